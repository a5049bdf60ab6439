/** What the door tests of every room stand on. */
@NullMarked
package farol.alerting.door;

import org.jspecify.annotations.NullMarked;
