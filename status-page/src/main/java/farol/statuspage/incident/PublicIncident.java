package farol.statuspage.incident;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as customers may come to know it. It is public once a post of it is.
 *
 * @param status that of the newest published post
 * @param startedAt when the trouble began, apart from when we first told
 * @param components what it hits, and how
 * @param situationVersion rises with every change of the situation
 * @param incident the internal incident, opaque here
 * @param nextUpdateAt the promise that stands
 */
public record PublicIncident(
    String id,
    long number,
    String name,
    Kind kind,
    Impact impact,
    @Nullable PublicStatus status,
    Instant startedAt,
    List<String> regions,
    List<Affected> components,
    int situationVersion,
    @Nullable IncidentId incident,
    @Nullable Instant nextUpdateAt,
    Instant createdAt,
    @Nullable Instant publishedAt,
    @Nullable Instant resolvedAt,
    Instant updatedAt) {
  /** Whether an incident is one, is practice, or is told after the fact. */
  public enum Kind {
    REAL,
    EXERCISE,
    BACKFILL
  }

  public PublicIncident {
    regions = List.copyOf(regions);
    components = List.copyOf(components);
  }

  public Situation situation() {
    return new Situation(impact, status, startedAt, regions, components);
  }

  /** Whether customers see it. An exercise never is. */
  public boolean isPublic() {
    return kind != Kind.EXERCISE && publishedAt != null;
  }

  public boolean isOpen() {
    return resolvedAt == null;
  }

  /** The same incident in another situation; the version rises only when something differs. */
  PublicIncident with(String newName, Situation situation, Instant now) {
    var moved = situation().differences(situation).isEmpty() ? 0 : 1;
    return new PublicIncident(
        id,
        number,
        newName,
        kind,
        situation.impact(),
        situation.status(),
        situation.startedAt(),
        situation.regions(),
        situation.components(),
        situationVersion + moved,
        incident,
        nextUpdateAt,
        createdAt,
        publishedAt,
        resolvedAt,
        now);
  }

  /** The same incident after a post became public. */
  PublicIncident told(PublicStatus newStatus, @Nullable Instant promise, Instant now) {
    return new PublicIncident(
        id,
        number,
        name,
        kind,
        impact,
        newStatus,
        startedAt,
        regions,
        components,
        situationVersion,
        incident,
        newStatus.isFinal() ? null : promise,
        createdAt,
        publishedAt == null ? now : publishedAt,
        newStatus == PublicStatus.RESOLVED ? now : resolvedAt,
        now);
  }
}
