/**
 * Alerts: intake from senders, deduplication, and the life of an alert from triggered to resolved.
 */
@NullMarked
@NamedInterface
package farol.alerting.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
