/** The doors of retrospectives. */
@NullMarked
package farol.incidents.retrospective.web;

import org.jspecify.annotations.NullMarked;
