package farol.alerting.alert;

import farol.alerting.catalog.PersonId;
import java.time.Instant;

/** Published when a person took an alert's group, in the transaction that recorded it. */
public record AlertAcknowledged(AlertId alert, AlertGroupId group, PersonId by, Instant at) {}
