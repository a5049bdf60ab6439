/** Components that customers can name, and the append-only claims about their states. */
@NullMarked
@NamedInterface
package farol.statuspage.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
