package farol.incidents.command;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.statuspage.incident.PublicPosts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The text a receiver of command reads before accepting, built from what is recorded: the same
 * facts give the same bytes.
 */
@Component
class Brief {
  private static final int SITREPS = 2;

  private final JdbcIncidents incidents;
  private final JdbcRoles roles;
  private final JdbcSitreps sitreps;
  private final PublicPosts posts;
  private final Catalog catalog;

  Brief(
      JdbcIncidents incidents,
      JdbcRoles roles,
      JdbcSitreps sitreps,
      PublicPosts posts,
      Catalog catalog) {
    this.incidents = incidents;
    this.roles = roles;
    this.sitreps = sitreps;
    this.posts = posts;
    this.catalog = catalog;
  }

  String of(Incident incident, Command command, Instant now) {
    var lines = new ArrayList<String>();
    lines.add("%s %s".formatted(incident.key(), incident.title()));
    lines.add(severityLine(incident, now));
    lines.add("Impact: " + (incident.summary() == null ? "not written yet" : incident.summary()));
    command
        .open()
        .ifPresent(
            tenure ->
                lines.add(
                    "Commander: %s, %s"
                        .formatted(name(tenure.person()), Ages.between(tenure.from(), now))));
    for (var held : roles.held(incident.id())) {
      lines.add(
          "%s: %s, %s"
              .formatted(held.role().word(), name(held.person()), Ages.between(held.from(), now)));
    }
    lines.add(publicLine(incident));
    lastSitreps(incident).forEach(sitrep -> lines.add("Sitrep: " + sitrep.headline()));
    return String.join("\n", lines);
  }

  private String severityLine(Incident incident, Instant now) {
    var since =
        incidents.severities(incident.id()).stream()
            .reduce((_, last) -> last)
            .map(SeverityChange::at)
            .orElse(incident.milestones().declaredAt());
    return "%s, %s since %s"
        .formatted(incident.state().word(), incident.severity(), Ages.between(since, now));
  }

  private String publicLine(Incident incident) {
    return posts
        .of(incident.id())
        .filter(state -> state.lastPublishedAt() != null)
        .map(
            state ->
                "Public: %s at %s, next word %s"
                    .formatted(
                        state.status(),
                        state.lastPublishedAt(),
                        state.nextUpdateAt() == null ? "not promised" : state.nextUpdateAt()))
        .orElse("Public: nothing said yet");
  }

  private List<Sitrep> lastSitreps(Incident incident) {
    var all = sitreps.of(incident.id());
    return all.subList(Math.max(0, all.size() - SITREPS), all.size());
  }

  private String name(PersonId person) {
    return catalog.person(person).map(Person::firstName).orElse("somebody");
  }
}
