/** Reaching people: contact methods, the ledger of pages, and the channels that carry them. */
@NullMarked
@NamedInterface
package farol.alerting.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
