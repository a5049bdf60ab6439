@NullMarked
package farol.capacity.pool;

import org.jspecify.annotations.NullMarked;
