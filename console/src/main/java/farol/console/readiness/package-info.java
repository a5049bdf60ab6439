/** The views of production readiness: the lifecycle board, and one page for each service. */
@NullMarked
package farol.console.readiness;

import org.jspecify.annotations.NullMarked;
