/** What the tests of this room stand on. */
@NullMarked
package farol.checklists;

import org.jspecify.annotations.NullMarked;
