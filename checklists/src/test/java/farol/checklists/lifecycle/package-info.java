@NullMarked
package farol.checklists.lifecycle;

import org.jspecify.annotations.NullMarked;
