/** What every room's SQL shares: instants and JSON documents as column values. */
@NullMarked
@NamedInterface
package farol.alerting.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
