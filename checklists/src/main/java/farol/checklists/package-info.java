/** Production readiness: checklists, evidence, and the gate before a launch. */
@NullMarked
package farol.checklists;

import org.jspecify.annotations.NullMarked;
