/**
 * The views of capacity: which pool runs out first, and each pool's demand against what it carries.
 */
@NullMarked
package farol.console.capacity;

import org.jspecify.annotations.NullMarked;
