package farol.alerting.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a team runs and answers for.
 *
 * @param type one of {@code service}, {@code website}, {@code worker}, {@code library}
 * @param tier 1 (critical) to 4 (internal)
 * @param policySlug the escalation policy that wakes people for it; null means the instance's own
 * @param platformPart router, runtime, build, data or region, where the service is one of them
 */
public record Service(
    ServiceId id,
    String slug,
    String name,
    TeamId team,
    String type,
    int tier,
    @Nullable String policySlug,
    @Nullable String platformPart) {
  public static final int TIER_MIN = 1;
  public static final int TIER_MAX = 4;

  public Service {
    Slug.checked(slug);
    if (tier < TIER_MIN || tier > TIER_MAX) {
      throw new IllegalArgumentException("A tier is 1 to 4, not %d".formatted(tier));
    }
  }

  public Optional<String> policy() {
    return Optional.ofNullable(policySlug);
  }
}
