package farol.statuspage.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import farol.alerting.door.Refusal;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PostOutcome;
import farol.statuspage.incident.PostState;
import farol.statuspage.incident.PublicIncident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post as the API answers it; {@code pageEvent} only where a step changed the public picture. */
record PostAnswer(
    String id,
    String incidentId,
    String status,
    String body,
    @Nullable Instant nextUpdateAt,
    List<Said> components,
    @JsonProperty("notify") boolean notifies,
    String state,
    int writtenAgainst,
    @JsonProperty("public") boolean isPublic,
    Instant createdAt,
    UUID createdBy,
    @Nullable Instant approvedAt,
    @Nullable UUID approvedBy,
    @Nullable Instant publishedAt,
    @Nullable Instant editedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long pageEvent) {
  record Said(String id, String state, @Nullable Instant since) {}

  /** The post after a step; a voided one is a conflict that says what differs. */
  static PostAnswer of(PostOutcome outcome, PublicIncident incident) {
    return switch (outcome) {
      case PostOutcome.Done(var post, var event) -> of(post, event, incident);
      case PostOutcome.Voided(_, var differences) ->
          throw Refusal.conflict(
              "approval-voided",
              "The situation changed after this was written: read it again, then rebase",
              Map.of("differences", differences));
    };
  }

  static PostAnswer of(Post post, @Nullable Long event, PublicIncident incident) {
    return new PostAnswer(
        post.id(),
        post.incidentId(),
        post.status().code(),
        post.body(),
        post.nextUpdateAt(),
        post.components().stream()
            .map(said -> new Said(said.id(), said.state().code(), said.since()))
            .toList(),
        post.notifies(),
        post.state().name(),
        post.writtenAgainst(),
        post.state() == PostState.PUBLISHED && incident.isPublic(),
        post.createdAt(),
        post.createdBy(),
        post.approvedAt(),
        post.approvedBy(),
        post.publishedAt(),
        post.editedAt(),
        event);
  }
}
