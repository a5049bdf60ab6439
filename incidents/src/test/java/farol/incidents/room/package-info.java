/** Tests of what the screens show. */
@NullMarked
package farol.incidents.room;

import org.jspecify.annotations.NullMarked;
