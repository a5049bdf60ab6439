package farol.checklists.checklist;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A set of checks that guards one stage.
 *
 * @param gates the stage it guards: production or beta
 * @param grace how long a live service may fall short before it counts as degraded
 * @param redeployDeniedAfterGrace whether a degraded service may be refused a new image
 */
public record Checklist(
    String id,
    String title,
    Stage gates,
    Span grace,
    boolean redeployDeniedAfterGrace,
    AppliesTo appliesTo,
    List<Check> checks) {
  public static final int CHECKS_MAX = 200;
  private static final Duration GRACE_MAX = Duration.ofDays(90);

  public Checklist {
    if (gates != Stage.PRODUCTION && gates != Stage.BETA) {
      throw new IllegalArgumentException("A checklist gates production or beta");
    }
    if (grace.length().isNegative() || grace.length().compareTo(GRACE_MAX) > 0) {
      throw new IllegalArgumentException("Grace is P0D to P90D");
    }
    if (checks.size() > CHECKS_MAX) {
      throw new IllegalArgumentException("At most %d checks".formatted(CHECKS_MAX));
    }
    checks = List.copyOf(checks);
    var seen = new HashSet<String>();
    for (var check : checks) {
      if (!seen.add(check.id())) {
        throw new IllegalArgumentException("The check %s stands twice".formatted(check.id()));
      }
    }
  }

  public Optional<Check> check(String checkId) {
    return checks.stream().filter(check -> check.id().equals(checkId)).findFirst();
  }
}
