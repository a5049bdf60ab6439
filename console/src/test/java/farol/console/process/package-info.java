@NullMarked
package farol.console.process;

import org.jspecify.annotations.NullMarked;
