package farol.alerting.catalog;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service as somebody asks for it, before any check.
 *
 * @param team the slug of the owner
 * @param type null means {@code service}
 * @param policy the slug of its escalation policy; null means the instance's own
 * @param tier null means 3
 * @param grouping null means every alert on its own
 */
public record ServiceDraft(
    @Nullable String slug,
    @Nullable String name,
    @Nullable String team,
    @Nullable String type,
    @Nullable String policy,
    @Nullable Integer tier,
    @Nullable String platformPart,
    @Nullable Grouping grouping) {
  public static final int NAME_MAX = 200;
  public static final int TIER_DEFAULT = 3;
  static final Set<String> TYPES = Set.of("service", "website", "worker", "library");
  static final Set<String> PARTS = Set.of("router", "runtime", "build", "data", "region");
}
