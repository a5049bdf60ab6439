package farol.incidents.command;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.incidents.timeline.RowSource;
import farol.statuspage.incident.PublicPosts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Internal reports in a fixed form. */
@Service
public class Sitreps {
  private final JdbcIncidents incidents;
  private final JdbcSitreps sitreps;
  private final PublicPosts posts;
  private final Chronicle chronicle;

  Sitreps(JdbcIncidents incidents, JdbcSitreps sitreps, PublicPosts posts, Chronicle chronicle) {
    this.incidents = incidents;
    this.sitreps = sitreps;
    this.posts = posts;
    this.chronicle = chronicle;
  }

  /** Files a sitrep; its headline becomes the impact that the head of the room shows. */
  @Transactional
  public Sitrep file(Actor actor, IncidentId id, Sitrep.Fields fields, Instant now) {
    actor.mustBe(Role.RESPONDER);
    var incident = incidents.lock(id).orElseThrow(() -> Refusal.notFound("This incident"));
    if (!incident.state().open()) {
      throw Refusal.conflict(
          "not-open", "%s is %s".formatted(incident.key(), incident.state().word()));
    }
    var word = posts.of(id);
    var situation =
        new SitrepText.Situation(
            incident.severity(),
            incident.state(),
            incident.milestones().declaredAt(),
            word.map(PublicPosts.PublicState::lastPublishedAt).orElse(null),
            word.map(PublicPosts.PublicState::nextUpdateAt).orElse(null));
    var text = SitrepText.of(fields, situation, now);
    var sitrep = new Sitrep(UUID.randomUUID(), fields, actor.person().id(), now, text);
    sitreps.insert(id, sitrep);
    incidents.save(incident.told(incident.title(), fields.impactNow(), incident.services()));
    chronicle.row(
        actor,
        incident,
        RowSource.SITREP,
        "Sitrep: " + sitrep.headline(),
        Map.of("sitrep", sitrep.id().toString(), "text", text),
        now);
    chronicle.audit(actor, incident, "sitrep-filed", null, sitrep.id().toString(), now);
    return sitrep;
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Sitrep> of(IncidentId incident) {
    return sitreps.of(incident);
  }
}
