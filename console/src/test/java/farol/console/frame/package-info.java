@NullMarked
package farol.console.frame;

import org.jspecify.annotations.NullMarked;
