package farol.statuspage.incident;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.statuspage.component.Components;
import farol.statuspage.component.PageSettings;
import farol.statuspage.component.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The incident room's way to customers. Who may publish for an incident is the room's decision: its
 * commander, whatever their role elsewhere.
 */
@Service
class RoomPosts implements PublicPosts {
  private final JdbcPublicIncidents incidents;
  private final JdbcPosts posts;
  private final Posts service;
  private final PublicIncidents publicIncidents;
  private final Components components;
  private final PageSettings settings;

  RoomPosts(
      JdbcPublicIncidents incidents,
      JdbcPosts posts,
      Posts service,
      PublicIncidents publicIncidents,
      Components components,
      PageSettings settings) {
    this.incidents = incidents;
    this.posts = posts;
    this.service = service;
    this.publicIncidents = publicIncidents;
    this.components = components;
    this.settings = settings;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Posted post(IncidentId incident, Statement statement, Actor actor, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var at = now.truncatedTo(ChronoUnit.MILLIS);
    var open = moved(openFor(incident, statement, actor), statement, at);
    var said =
        new Posts.Statement(
            statement.status(),
            statement.body(),
            statement.nextUpdateAt(),
            statement.components().stream()
                .map(one -> new Posts.Said(one.component(), one.state(), null))
                .toList(),
            true,
            statement.publish());
    var post =
        statement.publish()
            ? service.publishAtOnce(open, said, actor, at).post()
            : service.insert(open, said, actor, at);
    return new Posted(
        post.id(),
        post.state().name(),
        post.writtenAgainst(),
        open.id(),
        address(open.id()),
        post.publishedAt());
  }

  /** The public incident that is still open, or a new one: nothing follows a resolution. */
  private PublicIncident openFor(IncidentId incident, Statement statement, Actor actor) {
    var newest = incidents.lockNewestOf(incident);
    var speaksAfter = PublicStatus.of(statement.status()) == PublicStatus.POSTMORTEM;
    if (newest.isPresent() && (newest.get().isOpen() || speaksAfter)) {
      return newest.get();
    }
    return publicIncidents.open(
        new PublicIncidents.Description(
            Texts.name("title", statement.title()),
            statement.impact(),
            null,
            null,
            List.of(),
            named(statement),
            incident.value()),
        actor);
  }

  /** Impact belongs to the incident: a statement that changes it moves the situation. */
  private PublicIncident moved(PublicIncident open, Statement statement, Instant now) {
    var situation = open.situation();
    var moved =
        open.with(
            open.name(),
            new Situation(
                Impact.of(statement.impact()),
                situation.status(),
                situation.startedAt(),
                situation.regions(),
                open.isPublic() ? situation.components() : affected(statement)),
            now);
    incidents.update(moved);
    return moved;
  }

  private List<Affected> affected(Statement statement) {
    return named(statement).stream()
        .map(named -> PublicIncidents.affected(components, "components", named))
        .toList();
  }

  private static List<PublicIncidents.Named> named(Statement statement) {
    return statement.components().stream()
        .map(one -> new PublicIncidents.Named(one.component(), one.state()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PublicState> of(IncidentId incident) {
    return incidents
        .newestOf(incident)
        .map(
            found -> {
              var status = found.status();
              return new PublicState(
                  found.id(),
                  address(found.id()),
                  status == null ? null : status.code(),
                  posts.of(found.id()).stream()
                      .map(Post::publishedAt)
                      .filter(java.util.Objects::nonNull)
                      .findFirst()
                      .orElse(null),
                  found.nextUpdateAt(),
                  found.isOpen());
            });
  }

  private String address(String id) {
    return settings.page().address("/i/" + id);
  }
}
