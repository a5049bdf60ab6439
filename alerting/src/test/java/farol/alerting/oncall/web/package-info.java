/** Tests of the doors of on-call. */
@NullMarked
package farol.alerting.oncall.web;

import org.jspecify.annotations.NullMarked;
