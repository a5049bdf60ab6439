/** The doors of an incident's timeline. */
@NullMarked
package farol.incidents.timeline.web;

import org.jspecify.annotations.NullMarked;
