package farol.checklists.lifecycle;

import farol.alerting.catalog.ServiceId;
import farol.checklists.checklist.Stage;
import java.time.Instant;

/** Published once per move, launches included, in the transaction of the move. */
public record StageMoved(ServiceId service, String slug, Stage from, Stage to, Instant at) {}
