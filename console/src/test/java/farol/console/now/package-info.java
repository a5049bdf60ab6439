@NullMarked
package farol.console.now;

import org.jspecify.annotations.NullMarked;
