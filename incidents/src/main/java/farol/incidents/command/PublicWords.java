package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.capture.PostFacts;
import farol.statuspage.incident.PostPublished;
import farol.statuspage.incident.PublicPosts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the room says to customers, through the status page. */
@Service
public class PublicWords {
  public static final int BODY_MAX = 5000;

  private final JdbcIncidents incidents;
  private final Leads leads;
  private final PublicPosts posts;
  private final PostFacts facts;
  private final Chronicle chronicle;
  private final Catalog catalog;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  PublicWords(
      JdbcIncidents incidents,
      Leads leads,
      PublicPosts posts,
      PostFacts facts,
      Chronicle chronicle,
      Catalog catalog,
      InstantSource clock,
      MeterRegistry metrics) {
    this.incidents = incidents;
    this.leads = leads;
    this.posts = posts;
    this.facts = facts;
    this.chronicle = chronicle;
    this.catalog = catalog;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * What to say.
   *
   * @param template the ready-made text to use when {@code body} is null
   * @param nextUpdateAt the promise; needed unless resolved
   */
  public record Word(
      PostStatus status,
      @Nullable String body,
      @Nullable PostTemplate template,
      String impact,
      List<PublicPosts.ComponentState> components,
      @Nullable Instant nextUpdateAt,
      boolean publish) {
    public Word {
      components = List.copyOf(components);
    }
  }

  /** Drafts, and where asked publishes, a post. Publishing is for those who lead. */
  @Transactional
  public PublicPosts.Posted say(Actor actor, IncidentId id, Word word, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    if (!incident.state().open() && !incident.state().reviewable()) {
      throw Refusal.conflict(
          "not-open", "%s is %s".formatted(incident.key(), incident.state().word()));
    }
    if (word.publish() && !mayPublishAlone(actor, incident, word)) {
      leads.mustLead(actor, incident);
    }
    checkPromise(word, now);
    var body = body(incident, word);
    var posted =
        posts.post(
            id,
            new PublicPosts.Statement(
                incident.title(),
                word.status().word(),
                body,
                word.impact(),
                word.components(),
                word.nextUpdateAt(),
                word.publish()),
            actor,
            now);
    chronicle.audit(actor, incident, "public-post", null, posted.id(), now);
    if (posted.publishedAt() != null) {
      published(incident, told(posted, word, body, actor, posted.publishedAt()), now);
    }
    return posted;
  }

  /** Comms publishes the first post alone, as long as every word of it is ready-made. */
  private boolean mayPublishAlone(Actor actor, Incident incident, Word word) {
    return word.body() == null
        && incident.milestones().at(Milestone.FIRST_POST) == null
        && leads.holds(actor.person().id(), CommandRole.COMMS, incident);
  }

  private static void checkPromise(Word word, Instant now) {
    var promise = word.nextUpdateAt();
    if (word.status() == PostStatus.RESOLVED) {
      return;
    }
    if (promise == null) {
      throw Refusal.invalid("nextUpdateAt", "is missing: say when the next update comes");
    }
    if (!promise.isAfter(now)) {
      throw Refusal.invalid("nextUpdateAt", "lies in the past");
    }
  }

  private static String body(Incident incident, Word word) {
    if (word.body() != null) {
      return word.body();
    }
    var template = word.template();
    if (template == null) {
      throw Refusal.invalid("body", "is missing: write it, or name a template");
    }
    return template.text(incident.title(), word.nextUpdateAt());
  }

  private static PostFacts.Told told(
      PublicPosts.Posted posted, Word word, String body, Actor actor, Instant at) {
    return new PostFacts.Told(
        posted.id(),
        posted.publicIncidentId(),
        word.status().word(),
        body,
        word.nextUpdateAt(),
        actor.person(),
        at);
  }

  private void published(Incident incident, PostFacts.Told told, Instant now) {
    facts.published(incident.id(), told, now);
    var first = incident.milestones().at(Milestone.FIRST_POST) == null;
    if (first) {
      var since = Duration.between(incident.milestones().declaredAt(), told.at());
      metrics.timer("farol.incident.first.post").record(since.isNegative() ? Duration.ZERO : since);
    }
    incidents.save(
        incident.with(incident.milestones().withFirst(Milestone.FIRST_POST, told.at())).moved());
  }

  /** A post published at the status page's own desk. Heard twice, it changes nothing. */
  @ApplicationModuleListener
  void on(PostPublished event) {
    if (event.incident() == null) {
      return;
    }
    incidents.lock(event.incident()).ifPresent(incident -> heard(incident, event));
  }

  private void heard(Incident incident, PostPublished event) {
    var now = clock.instant();
    facts.published(
        incident.id(),
        new PostFacts.Told(
            event.post(),
            event.publicIncident(),
            event.status(),
            event.body(),
            event.nextUpdateAt(),
            catalog.person(event.by()).orElse(null),
            event.at()),
        now);
    if (incident.milestones().at(Milestone.FIRST_POST) == null) {
      incidents.save(incident.with(incident.milestones().with(Milestone.FIRST_POST, event.at())));
    }
  }
}
