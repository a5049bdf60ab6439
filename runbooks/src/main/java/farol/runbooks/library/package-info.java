/** The library: runbooks as Markdown in git, parsed, linted and rendered. */
@NullMarked
@NamedInterface
package farol.runbooks.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
