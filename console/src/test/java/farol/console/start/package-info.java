@NullMarked
package farol.console.start;

import org.jspecify.annotations.NullMarked;
