package farol.statuspage.incident;

import farol.alerting.catalog.PersonId;
import farol.alerting.door.Refusal;
import farol.statuspage.component.PublicId;
import farol.statuspage.component.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts in each state of their life. Pure: reads no clock, no table. */
final class Drafts {
  private Drafts() {}

  /** A draft against the incident as it stands. */
  static Post draft(
      PublicIncident incident,
      PublicStatus status,
      @Nullable String body,
      @Nullable Instant nextUpdateAt,
      List<Post.Said> said,
      boolean notifies,
      PersonId by,
      Instant now) {
    return new Post(
        PublicId.next(),
        incident.id(),
        status,
        body(body),
        nextUpdateAt,
        status == PublicStatus.RESOLVED ? ended(incident, said) : said,
        incident.situation(),
        incident.situationVersion(),
        List.of(),
        notifies,
        PostState.DRAFT,
        now,
        by.value(),
        null,
        null,
        null,
        null);
  }

  /** A resolution ends every component of the incident; those not named end with the post. */
  private static List<Post.Said> ended(PublicIncident incident, List<Post.Said> said) {
    if (said.stream().anyMatch(one -> one.state() != State.OPERATIONAL)) {
      throw Refusal.invalid("components", "a resolved incident leaves every component operational");
    }
    Set<String> named = new HashSet<>(said.stream().map(Post.Said::id).toList());
    var ended = new ArrayList<>(said);
    incident.components().stream()
        .filter(affected -> named.add(affected.id()))
        .forEach(affected -> ended.add(new Post.Said(affected.id(), State.OPERATIONAL, null)));
    return ended;
  }

  static String body(@Nullable String body) {
    if (body == null || body.isBlank()) {
      throw Refusal.invalid("body", "say what customers should know");
    }
    if (body.length() > Post.BODY_MAX) {
      throw Refusal.invalid("body", "has at most %d characters".formatted(Post.BODY_MAX));
    }
    return body.strip();
  }

  static Post stepped(Post post, PostState.Step step) {
    return in(post, post.state().after(step), post.approvedAt(), post.approvedBy());
  }

  static Post approved(Post post, PersonId by, Instant now) {
    return in(post, post.state().after(PostState.Step.APPROVE), now, by.value());
  }

  /** A voided post against the situation of now; what was approved then is not approved now. */
  static Post rebased(Post post, PublicIncident incident) {
    var fresh = in(post, post.state().after(PostState.Step.REBASE), null, null);
    return new Post(
        fresh.id(),
        fresh.incidentId(),
        fresh.status(),
        fresh.body(),
        fresh.nextUpdateAt(),
        fresh.components(),
        incident.situation(),
        incident.situationVersion(),
        List.of(),
        fresh.notifies(),
        fresh.state(),
        fresh.createdAt(),
        fresh.createdBy(),
        null,
        null,
        null,
        null);
  }

  static Post published(Post post, List<Post.Change> changes, Instant now) {
    var state = post.state().after(PostState.Step.PUBLISH);
    return new Post(
        post.id(),
        post.incidentId(),
        post.status(),
        post.body(),
        post.nextUpdateAt(),
        post.components(),
        post.situation(),
        post.writtenAgainst(),
        changes,
        post.notifies(),
        state,
        post.createdAt(),
        post.createdBy(),
        post.approvedAt(),
        post.approvedBy(),
        now,
        null);
  }

  /** The same post with another text and promise; after publication it counts as edited. */
  static Post rewritten(
      Post post, @Nullable String body, @Nullable Instant nextUpdateAt, Instant now) {
    var isPublished = post.state() == PostState.PUBLISHED;
    if (isPublished && nextUpdateAt != null) {
      throw Refusal.invalid("nextUpdateAt", "a promise is changed by the next post, not in place");
    }
    return new Post(
        post.id(),
        post.incidentId(),
        post.status(),
        body == null ? post.body() : body(body),
        nextUpdateAt == null ? post.nextUpdateAt() : nextUpdateAt,
        post.components(),
        post.situation(),
        post.writtenAgainst(),
        post.changes(),
        post.notifies(),
        // What somebody approved was another text.
        isPublished ? PostState.PUBLISHED : PostState.DRAFT,
        post.createdAt(),
        post.createdBy(),
        isPublished ? post.approvedAt() : null,
        isPublished ? post.approvedBy() : null,
        post.publishedAt(),
        isPublished ? now : null);
  }

  private static Post in(
      Post post,
      PostState state,
      @Nullable Instant approvedAt,
      java.util.@Nullable UUID approvedBy) {
    return new Post(
        post.id(),
        post.incidentId(),
        post.status(),
        post.body(),
        post.nextUpdateAt(),
        post.components(),
        post.situation(),
        post.writtenAgainst(),
        post.changes(),
        post.notifies(),
        state,
        post.createdAt(),
        post.createdBy(),
        approvedAt,
        approvedBy,
        post.publishedAt(),
        post.editedAt());
  }
}
