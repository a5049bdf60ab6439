package farol.statuspage.incident;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Published once per published post, in the transaction that published it.
 *
 * @param incident the internal incident it belongs to, if any
 * @param nextUpdateAt the promise made in it; null on a final post
 */
public record PostPublished(
    String post,
    String publicIncident,
    @Nullable IncidentId incident,
    String status,
    String body,
    @Nullable Instant nextUpdateAt,
    PersonId by,
    Instant at) {}
