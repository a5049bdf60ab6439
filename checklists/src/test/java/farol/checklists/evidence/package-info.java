@NullMarked
package farol.checklists.evidence;

import org.jspecify.annotations.NullMarked;
