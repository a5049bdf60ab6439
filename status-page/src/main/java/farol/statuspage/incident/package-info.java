/** Public incidents and the posts in them, from draft to published. */
@NullMarked
@NamedInterface
package farol.statuspage.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
