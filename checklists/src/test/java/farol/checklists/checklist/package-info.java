@NullMarked
package farol.checklists.checklist;

import org.jspecify.annotations.NullMarked;
