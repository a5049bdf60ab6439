@NullMarked
package farol.console.alerts;

import org.jspecify.annotations.NullMarked;
