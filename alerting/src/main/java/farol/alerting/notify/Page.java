package farol.alerting.notify;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.Urgency;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed page: what its sender needs to know.
 *
 * @param attempts including the one that begins with the claim
 */
record Page(
    PageId id,
    UUID escalation,
    AlertGroupId group,
    AlertId alert,
    Urgency urgency,
    @Nullable PersonId person,
    int pass,
    int level,
    ChannelType channel,
    @Nullable UUID contactMethod,
    String address,
    PageState state,
    Instant acceptedAt,
    int attempts,
    boolean possibleDuplicate) {
  static final int ATTEMPTS_MAX = 7;

  /** The same page with one more attempt under way; an attempt without an answer may repeat it. */
  Page begun() {
    return new Page(
        id,
        escalation,
        group,
        alert,
        urgency,
        person,
        pass,
        level,
        channel,
        contactMethod,
        address,
        PageState.INTENT,
        acceptedAt,
        attempts + 1,
        possibleDuplicate || state == PageState.INTENT);
  }
}
