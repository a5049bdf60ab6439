/** What the screens of incidents show, each put together by one call. */
@NullMarked
@NamedInterface
package farol.incidents.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
