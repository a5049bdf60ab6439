@NullMarked
package farol.console;

import org.jspecify.annotations.NullMarked;
