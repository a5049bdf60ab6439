package farol.checklists.evidence;

import farol.alerting.catalog.ServiceId;
import java.time.Instant;
import java.util.UUID;

/** Published once per record and per withdrawal, in the transaction that kept it. */
public record EvidenceRecorded(UUID evidence, ServiceId service, String check, Instant at) {}
