/** Runbooks: documented procedures that run, and a platform to run them on. */
@NullMarked
package farol.runbooks;

import org.jspecify.annotations.NullMarked;
