package farol.alerting.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts of a service are handled together.
 *
 * @param labels the labels that must agree, with {@link Mode#BY_LABELS}
 * @param windowSeconds how long a group takes further members, with {@link Mode#BY_SERVICE}
 * @param stormThreshold alerts in 60 s after which further ones join one storm group; 0 turns it
 *     off
 */
public record Grouping(
    Mode mode,
    List<String> labels,
    @Nullable Integer windowSeconds,
    @Nullable Integer stormThreshold) {
  /**
   * Every alert its own group; or grouped by the sender's key, by labels, or all of the service.
   */
  public enum Mode {
    NONE,
    BY_SENDER,
    BY_LABELS,
    BY_SERVICE
  }

  public static final Grouping NONE = new Grouping(Mode.NONE, List.of(), null, null);

  public Grouping {
    labels = List.copyOf(labels);
  }
}
