/** The view of the simulated platform, without a browser. */
@NullMarked
package farol.console.devcloud;

import org.jspecify.annotations.NullMarked;
