/** The append-only timeline of an incident, filled by itself from every room. */
@NullMarked
@NamedInterface
package farol.incidents.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
