/** From claims to uptime: pure arithmetic in exact integers, for the page and for its readers. */
@NullMarked
@NamedInterface
package farol.statuspage.uptime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
