@NullMarked
package farol.capacity;

import org.jspecify.annotations.NullMarked;
