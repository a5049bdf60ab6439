/** Append-only records of what was observed or attested for a check of a service. */
@NullMarked
@NamedInterface
package farol.checklists.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
