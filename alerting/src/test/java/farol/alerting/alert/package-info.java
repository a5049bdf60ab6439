/** Tests of intake and of the life of alerts, and the fakes of what alerts ask of escalation. */
@NullMarked
package farol.alerting.alert;

import org.jspecify.annotations.NullMarked;
