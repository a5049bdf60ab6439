/** Incidents: command, timeline, retrospectives and the promises made in them. */
@NullMarked
package farol.incidents;

import org.jspecify.annotations.NullMarked;
