package farol.statuspage.incident;

import farol.alerting.catalog.PersonId;
import farol.alerting.door.Refusal;
import farol.statuspage.component.Components;
import farol.statuspage.component.IncidentClaims;
import farol.statuspage.component.PageEvents;
import farol.statuspage.component.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes a post public: its words, the states it says and the incident's new situation change in one
 * transaction, with one event.
 */
@Component
class Publication {
  static final Duration NEXT_UPDATE_MAX = Duration.ofHours(24);

  private final JdbcPublicIncidents incidents;
  private final JdbcPosts posts;
  private final Components components;
  private final IncidentClaims claims;
  private final PageEvents events;
  private final ApplicationEventPublisher publisher;

  Publication(
      JdbcPublicIncidents incidents,
      JdbcPosts posts,
      Components components,
      IncidentClaims claims,
      PageEvents events,
      ApplicationEventPublisher publisher) {
    this.incidents = incidents;
    this.posts = posts;
    this.components = components;
    this.claims = claims;
    this.events = events;
    this.publisher = publisher;
  }

  /** Publishes an approved post of an incident whose row the caller holds locked. */
  PostOutcome.Done publish(PublicIncident incident, Post post, PersonId by, Instant now) {
    mustBeSayable(incident, post, now);
    var published = Drafts.published(post, changes(incident, post), now);
    claim(incident, post, by, now);
    var said = merged(incident, post);
    var situation =
        new Situation(
            incident.impact(), post.status(), incident.startedAt(), incident.regions(), said);
    incidents.update(
        incident
            .with(incident.name(), situation, now)
            .told(post.status(), post.nextUpdateAt(), now));
    posts.update(published);
    if (incident.kind() == PublicIncident.Kind.EXERCISE) {
      return new PostOutcome.Done(published, null);
    }
    publisher.publishEvent(
        new PostPublished(
            post.id(),
            incident.id(),
            incident.incident(),
            post.status().code(),
            post.body(),
            post.nextUpdateAt(),
            by,
            now));
    return new PostOutcome.Done(published, events.changed("post", post.id(), now));
  }

  /** What must be true before customers read a post. */
  static void mustBeSayable(PublicIncident incident, Post post, Instant now) {
    mustFollow(incident.status(), post.status());
    if (!post.status().isFinal()) {
      mustPromise(post.nextUpdateAt(), now);
    }
    var said = merged(incident, post);
    var broken = said.stream().anyMatch(one -> one.state() != State.OPERATIONAL);
    var first = incident.publishedAt() == null && !post.status().isFinal();
    if (incident.impact() != Impact.NONE && (said.isEmpty() || (first && !broken))) {
      throw Refusal.invalid("components", "name what is affected, or set impact to none");
    }
  }

  private static void mustFollow(@Nullable PublicStatus was, PublicStatus next) {
    if (was != null && was.isFinal() && next != PublicStatus.POSTMORTEM) {
      throw Refusal.conflict(
          "resolved", "The incident is resolved: only a postmortem follows, or a new incident");
    }
    if (next == PublicStatus.POSTMORTEM && (was == null || !was.isFinal())) {
      throw Refusal.conflict("not-resolved", "A postmortem follows the resolution");
    }
  }

  private static void mustPromise(@Nullable Instant nextUpdateAt, Instant now) {
    if (nextUpdateAt == null) {
      throw Refusal.invalid("nextUpdateAt", "say when the next update comes");
    }
    if (!nextUpdateAt.isAfter(now)) {
      throw Refusal.invalid("nextUpdateAt", "lies in the past: say when the next update comes");
    }
    if (nextUpdateAt.isAfter(now.plus(NEXT_UPDATE_MAX))) {
      throw Refusal.invalid("nextUpdateAt", "is at most 24 hours away");
    }
  }

  private void claim(PublicIncident incident, Post post, PersonId by, Instant now) {
    if (incident.kind() == PublicIncident.Kind.EXERCISE
        || post.status() == PublicStatus.POSTMORTEM) {
      return;
    }
    var from = incident.publishedAt() == null ? incident.startedAt() : now;
    for (var said : post.components()) {
      var since = said.since();
      if (since != null && since.isAfter(now)) {
        throw Refusal.invalid("components", "since lies in the future");
      }
      var component = components.find(said.id()).orElseThrow();
      var place = new IncidentClaims.Place(incident.id(), component, incident.regions());
      if (since == null) {
        claims.say(place, said.state(), from, by, now);
      } else {
        claims.sayExactly(place, said.state(), since, by, now);
      }
    }
    if (post.status() == PublicStatus.RESOLVED) {
      claims.endAll(incident.id(), now);
    }
  }

  private static List<Post.Change> changes(PublicIncident incident, Post post) {
    var was = incident.publishedAt() == null ? Map.<String, State>of() : states(incident);
    return post.components().stream()
        .map(
            said ->
                new Post.Change(
                    said.id(), was.getOrDefault(said.id(), State.OPERATIONAL), said.state()))
        .filter(change -> change.was() != change.now())
        .toList();
  }

  private static List<Affected> merged(PublicIncident incident, Post post) {
    var states = new LinkedHashMap<>(states(incident));
    post.components().forEach(said -> states.put(said.id(), said.state()));
    var merged = new ArrayList<Affected>();
    states.forEach((id, state) -> merged.add(new Affected(id, Objects.requireNonNull(state))));
    return merged;
  }

  private static Map<String, State> states(PublicIncident incident) {
    var states = new LinkedHashMap<String, State>();
    incident.components().forEach(affected -> states.put(affected.id(), affected.state()));
    return states;
  }
}
