package farol.alerting.escalation;

import java.time.Duration;
import java.util.List;

/**
 * The ladder: levels in order, and how often to start over. Without a level it leads to the last
 * resort at once.
 */
record EscalationPolicy(String slug, int version, int passes, List<Level> levels) {
  static final String DEFAULT = "default";
  static final int LEVELS_MAX = 10;
  static final int TARGETS_PER_LEVEL = 20;
  static final int PASSES_MAX = 5;
  static final Duration ESCALATE_AFTER_MAX = Duration.ofDays(1);

  /** One rung. */
  record Level(List<Target> targets, Duration escalateAfter) {
    Level {
      if (targets.isEmpty() || targets.size() > TARGETS_PER_LEVEL) {
        throw new IllegalArgumentException("targets are 1 to %d".formatted(TARGETS_PER_LEVEL));
      }
      if (escalateAfter.toSeconds() < 1 || escalateAfter.compareTo(ESCALATE_AFTER_MAX) > 0) {
        throw new IllegalArgumentException("escalateAfterSeconds is 1 to 86400");
      }
      targets = List.copyOf(targets);
    }
  }

  EscalationPolicy {
    if (levels.size() > LEVELS_MAX) {
      throw new IllegalArgumentException("levels are at most %d".formatted(LEVELS_MAX));
    }
    if (passes < 1 || passes > PASSES_MAX) {
      throw new IllegalArgumentException("passes are 1 to %d".formatted(PASSES_MAX));
    }
    levels = List.copyOf(levels);
  }

  /** The policy of services that have none: the last resort. */
  static EscalationPolicy ofTheInstance() {
    return new EscalationPolicy(DEFAULT, 1, 1, List.of());
  }

  Level level(int number) {
    return levels.get(number - 1);
  }
}
