package farol.alerting.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts to list; a null member does not restrict.
 *
 * @param integration a key
 * @param service a slug
 * @param team a slug
 * @param from accepted at or after
 * @param until accepted before
 * @param query words in the summary, or a whole dedup key
 */
public record AlertFilter(
    @Nullable String dedupKey,
    @Nullable String integration,
    @Nullable String service,
    @Nullable String team,
    @Nullable AlertState state,
    @Nullable Severity severity,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String query) {
  public static final int QUERY_MAX = 200;

  public static final AlertFilter ALL =
      new AlertFilter(null, null, null, null, null, null, null, null, null);

  public AlertFilter {
    if (query != null && query.length() > QUERY_MAX) {
      throw new IllegalArgumentException("A query has up to %d characters".formatted(QUERY_MAX));
    }
  }
}
