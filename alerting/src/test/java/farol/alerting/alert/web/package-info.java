/** Tests of the doors as senders and API clients see them. */
@NullMarked
package farol.alerting.alert.web;

import org.jspecify.annotations.NullMarked;
