/** Escalation policies and the engine that moves an unacknowledged group up its ladder. */
@NullMarked
@NamedInterface
package farol.alerting.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
