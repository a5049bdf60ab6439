@NullMarked
package farol.console.readiness;

import org.jspecify.annotations.NullMarked;
