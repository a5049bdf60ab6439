/** The screens of incidents: declare, list, room, retrospectives. */
@NullMarked
package farol.console.incidents;

import org.jspecify.annotations.NullMarked;
