/** The doors of on-call: schedules, previews, and who is on call. */
@NullMarked
package farol.alerting.oncall.web;

import org.jspecify.annotations.NullMarked;
