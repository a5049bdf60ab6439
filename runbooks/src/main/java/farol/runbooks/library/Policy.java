package farol.runbooks.library;

import farol.alerting.catalog.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a runbook allows itself.
 *
 * @param apps how many apps it may touch, null for any number; likewise the others
 * @param minRemaining process type to the lowest number of dynos that must remain
 * @param approvals how many approvals the author wants, null when the author says nothing
 * @param from the roles whose approval counts
 * @param expires how long an approval stands
 * @param maxPerHour runs on one target in an hour, null for any number
 */
public record Policy(
    @Nullable Integer apps,
    @Nullable Integer dynosChanged,
    @Nullable Integer regions,
    Map<String, Integer> minRemaining,
    @Nullable Integer approvals,
    List<Role> from,
    Duration expires,
    @Nullable Integer maxPerHour) {
  public static final Duration EXPIRES_DEFAULT = Duration.ofMinutes(30);
  public static final Policy NONE =
      new Policy(null, null, null, Map.of(), null, List.of(Role.RESPONDER), EXPIRES_DEFAULT, null);

  public Policy {
    minRemaining = Map.copyOf(minRemaining);
    from = List.copyOf(from);
  }
}
