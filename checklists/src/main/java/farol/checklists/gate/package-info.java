/** The launch gate: one pure evaluate() behind every door. */
@NullMarked
@NamedInterface
package farol.checklists.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
