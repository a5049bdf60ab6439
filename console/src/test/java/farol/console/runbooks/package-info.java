@NullMarked
package farol.console.runbooks;

import org.jspecify.annotations.NullMarked;
