/** Tests of what every door shares. */
@NullMarked
package farol.alerting.door;

import org.jspecify.annotations.NullMarked;
