/** Tests of what the other rooms write onto a timeline. */
@NullMarked
package farol.incidents.capture;

import org.jspecify.annotations.NullMarked;
