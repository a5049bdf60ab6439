package farol.statuspage.incident;

import farol.statuspage.component.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One public statement in an incident.
 *
 * @param components the states it says, with the instant since when; null: since publication
 * @param situation what it was written against
 * @param changes what its publication changed; empty before
 */
public record Post(
    String id,
    String incidentId,
    PublicStatus status,
    String body,
    @Nullable Instant nextUpdateAt,
    List<Said> components,
    Situation situation,
    int writtenAgainst,
    List<Change> changes,
    boolean notifies,
    PostState state,
    Instant createdAt,
    UUID createdBy,
    @Nullable Instant approvedAt,
    @Nullable UUID approvedBy,
    @Nullable Instant publishedAt,
    @Nullable Instant editedAt) {
  public static final int BODY_MAX = 8_000;

  /** A component, its state, and since when; a null instant is that of publication. */
  public record Said(String id, State state, @Nullable Instant since) {
    Affected affected() {
      return new Affected(id, state);
    }
  }

  /** A component whose state a publication changed. */
  public record Change(String id, State was, State now) {}

  public Post {
    components = List.copyOf(components);
    changes = List.copyOf(changes);
  }
}
