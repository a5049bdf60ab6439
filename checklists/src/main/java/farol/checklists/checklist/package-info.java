/** Checklists as documents of checks, immutable once published. */
@NullMarked
@NamedInterface
package farol.checklists.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
