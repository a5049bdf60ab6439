/** The doors of escalation: policies, the last resort, and what is not built of the simulator. */
@NullMarked
package farol.alerting.escalation.web;

import org.jspecify.annotations.NullMarked;
