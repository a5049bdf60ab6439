package farol.statuspage.renderer;

import farol.statuspage.component.State;
import farol.statuspage.incident.Impact;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PostState;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.PublicStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident customers have been told of. The renderer takes nothing else, and neither an exercise
 * nor an incident without a published post can become one.
 */
public final class Told {
  private final PublicIncident incident;
  private final List<Post> posts;

  private Told(PublicIncident incident, List<Post> posts) {
    this.incident = incident;
    this.posts = posts;
  }

  /** The incident with its published posts, newest first; empty when it is not public. */
  public static Optional<Told> of(PublicIncident incident, List<Post> posts) {
    var published =
        posts.stream()
            .filter(post -> post.state() == PostState.PUBLISHED)
            .sorted(java.util.Comparator.comparing(Told::at).reversed().thenComparing(Post::id))
            .toList();
    return incident.isPublic() && !published.isEmpty()
        ? Optional.of(new Told(incident, published))
        : Optional.empty();
  }

  /** When a published post became public. */
  static Instant at(Post post) {
    return Objects.requireNonNull(post.publishedAt());
  }

  public PublicIncident incident() {
    return incident;
  }

  public String id() {
    return incident.id();
  }

  /** Newest first, never empty. */
  public List<Post> posts() {
    return posts;
  }

  public Post newest() {
    return posts.getFirst();
  }

  public boolean isOpen() {
    return incident.isOpen();
  }

  PublicStatus status() {
    return newest().status();
  }

  /** Since when the promised update is missing; null while it is not. */
  @Nullable Instant overdueSince(Instant now) {
    var promised = isOpen() ? incident.nextUpdateAt() : null;
    return promised != null && now.isAfter(promised) ? promised : null;
  }

  /** The worst state of its components now. */
  State worstNow() {
    return incident.components().stream()
        .map(affected -> affected.state())
        .reduce(State.OPERATIONAL, State::worse);
  }

  /** The worst state any of its posts said. */
  State worstEver() {
    return posts.stream()
        .flatMap(post -> post.changes().stream())
        .map(Post.Change::now)
        .reduce(ofImpact(incident.impact()), State::worse);
  }

  private static State ofImpact(Impact impact) {
    return impact == Impact.NONE ? State.OPERATIONAL : State.DEGRADED_PERFORMANCE;
  }
}
