@NullMarked
package farol;

import org.jspecify.annotations.NullMarked;
