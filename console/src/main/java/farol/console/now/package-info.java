/** The home: am I on call, what burns, what customers read, what is overdue, what comes. */
@NullMarked
package farol.console.now;

import org.jspecify.annotations.NullMarked;
