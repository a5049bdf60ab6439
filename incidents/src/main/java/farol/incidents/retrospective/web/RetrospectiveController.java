package farol.incidents.retrospective.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import farol.incidents.actions.Actions;
import farol.incidents.actions.web.ActionAnswer;
import farol.incidents.actions.web.ActionAnswers;
import farol.incidents.command.Incident;
import farol.incidents.command.Incidents;
import farol.incidents.door.Fields;
import farol.incidents.retrospective.Factor;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.retrospective.Section;
import farol.incidents.timeline.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/incidents/{id}/retrospective")
class RetrospectiveController {
  private final Incidents incidents;
  private final Retrospectives retrospectives;
  private final Actions actions;
  private final ActionAnswers actionAnswers;
  private final Catalog catalog;
  private final InstantSource clock;

  RetrospectiveController(
      Incidents incidents,
      Retrospectives retrospectives,
      Actions actions,
      ActionAnswers actionAnswers,
      Catalog catalog,
      InstantSource clock) {
    this.incidents = incidents;
    this.retrospectives = retrospectives;
    this.actions = actions;
    this.actionAnswers = actionAnswers;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** A retrospective as answered; lint and likeness are told once they are computed. */
  record RetrospectiveAnswer(
      RetrospectiveState state,
      long revision,
      @Nullable PersonName owner,
      @Nullable PersonName facilitator,
      @Nullable PersonName approvedBy,
      Map<String, String> sections,
      List<Row> timeline,
      List<Factor> factors,
      List<ActionAnswer> actions,
      List<String> lint,
      List<String> similar,
      @Nullable Instant dueAt,
      @Nullable String comment) {}

  @GetMapping
  ResponseEntity<RetrospectiveAnswer> get(Actor actor, @PathVariable String id) {
    var incident = incidents.get(id);
    return answered(
        incident,
        retrospectives
            .of(incident.id())
            .orElseThrow(() -> Refusal.notFound("A retrospective of " + incident.key())));
  }

  /** A factor as written. */
  record FactorBody(@Nullable String type, @Nullable String text, @Nullable Boolean trigger) {}

  /** What is written; what is left out stays. */
  record Body(
      @Nullable String owner,
      @Nullable String facilitator,
      @Nullable Map<String, @Nullable String> sections,
      @Nullable List<FactorBody> factors) {}

  @PutMapping
  ResponseEntity<RetrospectiveAnswer> write(
      Actor actor,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Body body) {
    var incident = incidents.get(id);
    var writing =
        new Retrospectives.Writing(
            body.owner() == null ? null : Fields.person("owner", body.owner(), catalog),
            body.facilitator() == null
                ? null
                : Fields.person("facilitator", body.facilitator(), catalog),
            sections(body.sections()),
            body.factors() == null ? null : factors(body.factors()));
    return answered(
        incident, retrospectives.write(actor, incident.id(), ifMatch, writing, clock.instant()));
  }

  private static Map<Section, String> sections(@Nullable Map<String, @Nullable String> bodies) {
    var sections = new EnumMap<Section, String>(Section.class);
    if (bodies != null) {
      bodies.forEach(
          (key, text) -> {
            var field = "sections." + key;
            var section =
                Section.of(key).orElseThrow(() -> Refusal.invalid(field, "is no section"));
            var written = Fields.optional(field, text, Section.LENGTH_MAX);
            sections.put(section, written == null ? "" : written);
          });
    }
    return sections;
  }

  private static List<Factor> factors(List<FactorBody> bodies) {
    if (bodies.size() > Factor.FACTORS_MAX) {
      throw Refusal.invalid("factors", "are at most " + Factor.FACTORS_MAX);
    }
    var factors = new ArrayList<Factor>();
    for (var body : bodies) {
      var field = "factors[%d]".formatted(factors.size());
      factors.add(
          new Factor(
              Fields.requiredWord(field + ".type", body.type(), Factor.Type.class),
              Fields.required(field + ".text", body.text(), Factor.TEXT_MAX),
              Boolean.TRUE.equals(body.trigger())));
    }
    return factors;
  }

  /** Where it goes next. */
  record TransitionBody(@Nullable String to, @Nullable String comment) {}

  @PostMapping("/transitions")
  ResponseEntity<RetrospectiveAnswer> move(
      Actor actor, @PathVariable String id, @RequestBody TransitionBody body) {
    var incident = incidents.get(id);
    var to = Fields.requiredWord("to", body.to(), RetrospectiveState.class);
    var comment = Fields.optional("comment", body.comment(), Incident.SUMMARY_MAX);
    return answered(
        incident, retrospectives.move(actor, incident.id(), to, comment, clock.instant()));
  }

  private ResponseEntity<RetrospectiveAnswer> answered(
      Incident incident, Retrospective retrospective) {
    var now = clock.instant();
    var sections = new LinkedHashMap<String, String>();
    for (var section : Section.values()) {
      sections.put(section.key(), retrospective.section(section));
    }
    return ResponseEntity.ok()
        .eTag(Long.toString(retrospective.revision()))
        .body(
            new RetrospectiveAnswer(
                retrospective.state(),
                retrospective.revision(),
                name(retrospective.owner()),
                name(retrospective.facilitator()),
                name(retrospective.approvedBy()),
                sections,
                retrospectives.rows(retrospective),
                retrospective.factors(),
                actions.of(incident.id()).stream()
                    .map(action -> actionAnswers.of(action, now))
                    .toList(),
                List.of(),
                List.of(),
                retrospective.dueAt(),
                retrospective.note()));
  }

  private @Nullable PersonName name(@Nullable PersonId person) {
    return person == null ? null : catalog.person(person).map(PersonName::of).orElse(null);
  }

  @PostMapping({"/comments", "/publication"})
  RetrospectiveAnswer notBuilt(Actor actor, @PathVariable String id) {
    incidents.get(id);
    throw Refusal.notBuilt("This part of a retrospective");
  }
}
