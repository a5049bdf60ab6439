package farol.statuspage.component;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One append-only statement about a component: it was in {@code state} over {@code [from, to)}.
 *
 * @param region null when it holds in all regions
 * @param to null while it holds
 * @param supersedes the claim this one corrects
 * @param incident the public incident that made it and will end it
 * @param window the announced window of a maintenance claim
 * @param severity what a maintenance claim counts as outside its window
 */
public record Claim(
    UUID id,
    String component,
    @Nullable String region,
    Instant from,
    @Nullable Instant to,
    State state,
    Origin origin,
    Instant recordedAt,
    UUID recordedBy,
    @Nullable UUID supersedes,
    @Nullable String incident,
    @Nullable Window window,
    @Nullable State severity,
    String note) {
  public static final int NOTE_MAX = 2_000;

  /** Where a claim comes from. */
  public enum Origin {
    HUMAN,
    PROBE,
    MAINTENANCE,
    IMPORT,
    CORRECTION;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** An announced maintenance window. */
  public record Window(Instant from, Instant to, Instant announcedAt) {
    public Window {
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException("A window ends after it begins");
      }
    }
  }

  public Claim {
    from = from.truncatedTo(ChronoUnit.MILLIS);
    to = to == null ? null : to.truncatedTo(ChronoUnit.MILLIS);
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("A claim ends after it begins");
    }
    if (note.length() > NOTE_MAX) {
      throw new IllegalArgumentException("A note has at most %d characters".formatted(NOTE_MAX));
    }
  }

  public boolean holdsAt(Instant at) {
    return !from.isAfter(at) && (to == null || to.isAfter(at));
  }

  public boolean touches(String inRegion) {
    return region == null || region.equals(inRegion);
  }
}
