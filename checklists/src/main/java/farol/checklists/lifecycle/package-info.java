/** The lifecycle board: the stages of a service and its moves between them. */
@NullMarked
@NamedInterface
package farol.checklists.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
