package farol.alerting.alert;

import org.jspecify.annotations.Nullable;

/** What one accepted item concerned; {@code alert} is null when it concerned none. */
public record Accepted(String dedupKey, @Nullable AlertId alert) {}
