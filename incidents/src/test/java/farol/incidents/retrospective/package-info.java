/** Tests of drafting and reviewing. */
@NullMarked
package farol.incidents.retrospective;

import org.jspecify.annotations.NullMarked;
