/** The review after an incident: drafted by itself, reviewed by a manager. */
@NullMarked
@NamedInterface
package farol.incidents.retrospective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
