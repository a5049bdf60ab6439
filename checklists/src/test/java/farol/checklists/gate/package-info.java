@NullMarked
package farol.checklists.gate;

import org.jspecify.annotations.NullMarked;
