/** Serves a snapshot set to readers: bytes only, no database, no template, no session. */
@NullMarked
@NamedInterface
package farol.statuspage.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
