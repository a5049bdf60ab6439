package farol.checklists.lifecycle;

import farol.alerting.catalog.ServiceId;
import java.time.Instant;

/** Published once per launch, in the transaction that moved the service to production. */
public record ServiceLaunched(ServiceId service, String slug, Instant launchedAt) {}
