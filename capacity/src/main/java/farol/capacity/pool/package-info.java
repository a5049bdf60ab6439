/** Pools of dynos with their limits, and the headroom left in them. */
@NullMarked
@NamedInterface
package farol.capacity.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
