package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page says.
 *
 * @param service the slug
 * @param handle of the person paged; null when nobody in particular is
 * @param acknowledgeUrl null when nobody in particular is paged
 * @param webhookSecret in the clear, for the signature; null when there is none
 */
record PageMessage(
    UUID page,
    AlertGroup group,
    String service,
    @Nullable String handle,
    String address,
    int pass,
    int level,
    boolean possibleDuplicate,
    @Nullable String acknowledgeUrl,
    String viewUrl,
    @Nullable String webhookSecret,
    Instant at) {}
