/**
 * What every door of the house shares: refusals, lists and the outgoing guard. It knows no room.
 */
@NullMarked
@NamedInterface
package farol.alerting.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
