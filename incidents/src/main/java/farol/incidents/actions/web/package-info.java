/** The doors of action items. */
@NullMarked
package farol.incidents.actions.web;

import org.jspecify.annotations.NullMarked;
