package farol.incidents.timeline;

import farol.alerting.catalog.IncidentId;
import java.util.UUID;

/** Published for every row, in the transaction that wrote it. */
public record RowWritten(IncidentId incident, UUID row, long sequence, RowSource source) {}
