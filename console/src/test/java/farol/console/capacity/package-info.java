@NullMarked
package farol.console.capacity;

import org.jspecify.annotations.NullMarked;
