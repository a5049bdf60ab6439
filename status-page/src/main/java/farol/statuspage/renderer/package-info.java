/** Turns the public state into an immutable, signed snapshot set of bytes. */
@NullMarked
@NamedInterface
package farol.statuspage.renderer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
