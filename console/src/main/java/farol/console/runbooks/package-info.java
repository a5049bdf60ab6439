/** Runbooks as people read, plan, approve, run and edit them. */
@NullMarked
package farol.console.runbooks;

import org.jspecify.annotations.NullMarked;
