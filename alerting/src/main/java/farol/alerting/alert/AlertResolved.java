package farol.alerting.alert;

import java.time.Instant;

/** Published when an alert is over, in the transaction that recorded it. */
public record AlertResolved(AlertId alert, AlertGroupId group, Instant at) {}
