/** Demand series: what was measured, on a fixed grid of steps. */
@NullMarked
@NamedInterface
package farol.capacity.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
