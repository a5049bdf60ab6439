package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import farol.statuspage.component.PublicId;
import farol.statuspage.component.State;
import farol.statuspage.incident.Affected;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PublicStatus;
import farol.statuspage.incident.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what customers were told before today. The services tell only of the present, so this part
 * of the past goes straight into the tables.
 */
@Component
class PagePast {
  private static final List<PublicStatus> STEPS =
      List.of(
          PublicStatus.INVESTIGATING,
          PublicStatus.IDENTIFIED,
          PublicStatus.MONITORING,
          PublicStatus.RESOLVED);

  /** When each word came, in hundredths of the length of the incident. */
  private static final List<Integer> SHARES = List.of(10, 40, 80, 100);

  private static final Duration PROMISE = Duration.ofMinutes(25);

  private final JdbcClient jdbc;

  PagePast(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void tell(PageStory story, Map<String, String> ids, Actor by, Instant now) {
    var began = DemoStatusPage.at(now, story.daysAgo(), story.began());
    var id = PublicId.next();
    incident(id, story, began, ids, by);
    for (var hit : story.hit()) {
      claim(ids.get(hit.component()), story.region(), hit.state(), began, story.minutes(), by);
    }
    for (var step = 0; step < STEPS.size(); step++) {
      post(id, story, step, began, ids, by);
    }
  }

  private static Instant end(PageStory story, Instant began) {
    return began.plus(Duration.ofMinutes(story.minutes()));
  }

  private static List<String> regions(PageStory story) {
    var region = story.region();
    return region == null ? List.of() : List.of(region);
  }

  private static String idOf(Map<String, String> ids, PageStory.Hit hit) {
    return Objects.requireNonNull(ids.get(hit.component()), hit.component());
  }

  private void incident(
      String id, PageStory story, Instant began, Map<String, String> ids, Actor by) {
    var over =
        story.hit().stream().map(hit -> new Affected(idOf(ids, hit), State.OPERATIONAL)).toList();
    jdbc.sql(
            """
            insert into statuspage.incident (id, number, name, kind, impact, status, started_at,
              regions, components, situation_version, created_at, created_by, published_at,
              resolved_at, updated_at)
            values (:id, nextval('statuspage.incident_number'), :name, 'REAL', :impact, 'resolved',
              :began, :regions, :components, 4, :told, :by, :told, :ended, :ended)
            """)
        .param("id", id)
        .param("name", story.name())
        .param("impact", story.impact().code())
        .param("began", Timestamps.of(began))
        .param("regions", regions(story).toArray(String[]::new))
        .param("components", Documents.of(over))
        .param("told", Timestamps.of(at(story, began, 0)))
        .param("by", by.person().id().value())
        .param("ended", Timestamps.of(end(story, began)))
        .update();
  }

  private static Instant at(PageStory story, Instant began, int step) {
    return began.plusSeconds(story.minutes() * 60L * SHARES.get(step) / 100);
  }

  private void post(
      String incident,
      PageStory story,
      int step,
      Instant began,
      Map<String, String> ids,
      Actor by) {
    var at = at(story, began, step);
    var isLast = step == STEPS.size() - 1;
    jdbc.sql(
            """
            insert into statuspage.post (id, incident_id, status, body, next_update_at, components,
              situation, written_against, changes, notify, state, created_at, created_by,
              approved_at, approved_by, published_at)
            values (:id, :incident, :status, :body, :next, :said, :situation, :against, :changes,
              true, 'PUBLISHED', :at, :by, :at, :by, :at)
            """)
        .param("id", PublicId.next())
        .param("incident", incident)
        .param("status", STEPS.get(step).code())
        .param("body", story.posts().get(step))
        .param("next", Timestamps.ofNullable(isLast ? null : at.plus(PROMISE)))
        .param("said", Documents.of(said(story, isLast, ids)))
        .param("situation", Documents.of(situation(story, step, began)))
        .param("against", step + 1)
        .param("changes", Documents.of(changes(story, step, ids)))
        .param("at", Timestamps.of(at))
        .param("by", by.person().id().value())
        .update();
  }

  private static List<Post.Said> said(PageStory story, boolean isLast, Map<String, String> ids) {
    return story.hit().stream()
        .map(hit -> new Post.Said(idOf(ids, hit), isLast ? State.OPERATIONAL : hit.state(), null))
        .toList();
  }

  private static Situation situation(PageStory story, int step, Instant began) {
    return new Situation(
        story.impact(), step == 0 ? null : STEPS.get(step - 1), began, regions(story), List.of());
  }

  /** The first word says what broke, the last that it works. */
  private static List<Post.Change> changes(PageStory story, int step, Map<String, String> ids) {
    if (step > 0 && step < STEPS.size() - 1) {
      return List.of();
    }
    return story.hit().stream()
        .map(
            hit ->
                step == 0
                    ? new Post.Change(idOf(ids, hit), State.OPERATIONAL, hit.state())
                    : new Post.Change(idOf(ids, hit), hit.state(), State.OPERATIONAL))
        .toList();
  }

  void claim(
      @Nullable String component,
      @Nullable String region,
      State state,
      Instant from,
      int minutes,
      Actor by) {
    jdbc.sql(
            """
            insert into statuspage.claim (id, component_id, region, from_at, to_at, state, origin,
              recorded_at, recorded_by, note)
            values (:id, :component, :region, :from, :to, :state, 'human', :from, :by, '')
            """)
        .param("id", UUID.randomUUID())
        .param("component", Objects.requireNonNull(component))
        .param("region", region)
        .param("from", Timestamps.of(from))
        .param("to", Timestamps.of(from.plus(Duration.ofMinutes(minutes))))
        .param("state", state.code())
        .param("by", by.person().id().value())
        .update();
  }
}
