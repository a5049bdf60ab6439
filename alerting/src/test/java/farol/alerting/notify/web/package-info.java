/** Tests of the doors of notification. */
@NullMarked
package farol.alerting.notify.web;

import org.jspecify.annotations.NullMarked;
