/**
 * Writes what the other rooms tell of an incident onto its timeline, each fact once, at its own
 * minute.
 */
@NullMarked
package farol.incidents.capture;

import org.jspecify.annotations.NullMarked;
