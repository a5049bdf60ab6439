/** Journeys in a real browser; they also take the guide's pictures. */
@NullMarked
package farol.console.journey;

import org.jspecify.annotations.NullMarked;
