@NullMarked
package farol.capacity.demand;

import org.jspecify.annotations.NullMarked;
