package farol.alerting.alert;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A locked group; {@code fresh} when this transaction has just made it. */
record GroupRow(
    AlertGroupId id,
    AlertId cause,
    AlertState state,
    @Nullable PersonId acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    boolean fresh) {}
