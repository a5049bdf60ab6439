/** Capacity: how much is left, until when. */
@NullMarked
package farol.capacity;

import org.jspecify.annotations.NullMarked;
