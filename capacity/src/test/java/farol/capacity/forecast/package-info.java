@NullMarked
package farol.capacity.forecast;

import org.jspecify.annotations.NullMarked;
