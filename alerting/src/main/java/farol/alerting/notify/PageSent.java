package farol.alerting.notify;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertId;
import farol.alerting.catalog.PersonId;
import java.time.Instant;

/**
 * Published when a channel took a page.
 *
 * @param channel EMAIL, WEBHOOK or BROWSER
 * @param level 1-based; 0 is the last resort
 */
public record PageSent(
    PageId page,
    AlertGroupId group,
    AlertId alert,
    PersonId person,
    String channel,
    int pass,
    int level,
    Instant at) {}
