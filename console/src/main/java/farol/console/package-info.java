/** The console: the only application, its views, its security and its wiring. */
@NullMarked
package farol.console;

import org.jspecify.annotations.NullMarked;
