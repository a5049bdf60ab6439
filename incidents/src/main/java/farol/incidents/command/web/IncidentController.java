package farol.incidents.command.web;

import farol.alerting.alert.AlertId;
import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.incidents.command.Declaration;
import farol.incidents.command.DeclareDesk;
import farol.incidents.command.Impact;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentKind;
import farol.incidents.command.IncidentQuery;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Incidents;
import farol.incidents.command.Milestone;
import farol.incidents.command.Reach;
import farol.incidents.command.SeverityMatrix;
import farol.incidents.command.Transitions;
import farol.incidents.command.Waiver;
import farol.incidents.door.Fields;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/incidents")
class IncidentController {
  private static final int NUMBER_LENGTH_MAX = 18;

  private final Incidents incidents;
  private final DeclareDesk declareDesk;
  private final Transitions transitions;
  private final IncidentAnswers answers;
  private final InstantSource clock;

  IncidentController(
      Incidents incidents,
      DeclareDesk declareDesk,
      Transitions transitions,
      IncidentAnswers answers,
      InstantSource clock) {
    this.incidents = incidents;
    this.declareDesk = declareDesk;
    this.transitions = transitions;
    this.answers = answers;
    this.clock = clock;
  }

  /** What a caller declares. */
  record Declare(
      @Nullable String title,
      @Nullable String kind,
      @Nullable String severity,
      @Nullable String impact,
      @Nullable String scope,
      @Nullable String summary,
      @Nullable List<String> alertIds,
      @Nullable List<String> services,
      @com.fasterxml.jackson.annotation.JsonProperty("private") @Nullable Boolean restricted,
      @Nullable Boolean takeCommand,
      @Nullable Boolean pageCommander,
      @Nullable Map<String, @Nullable String> milestones) {}

  @PostMapping
  ResponseEntity<IncidentAnswer> declare(Actor actor, @RequestBody Declare body) {
    var kind = Fields.word("kind", body.kind(), IncidentKind.class).orElse(IncidentKind.REAL);
    if (kind != IncidentKind.REAL) {
      throw Refusal.notBuilt("An incident of kind " + kind);
    }
    if (Boolean.TRUE.equals(body.restricted())) {
      throw Refusal.notBuilt("A private incident");
    }
    var declared = declareDesk.declare(actor, declaration(body), clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/incidents/" + declared.id().value()))
        .eTag(Long.toString(declared.version()))
        .body(answers.of(declared));
  }

  private static Declaration declaration(Declare body) {
    var alerts = new ArrayList<AlertId>();
    for (var id : Optional.ofNullable(body.alertIds()).orElse(List.of())) {
      alerts.add(new AlertId(Fields.uuid("alertIds[%d]".formatted(alerts.size()), id)));
    }
    return new Declaration(
        Fields.optional("title", body.title(), Incident.TITLE_MAX),
        severity(body),
        Fields.optional("summary", body.summary(), Incident.SUMMARY_MAX),
        alerts,
        Optional.ofNullable(body.services()).orElse(List.of()),
        Boolean.TRUE.equals(body.takeCommand()),
        body.pageCommander(),
        given(body.milestones()));
  }

  private static IncidentSeverity severity(Declare body) {
    var named = Fields.word("severity", body.severity(), IncidentSeverity.class);
    if (named.isPresent()) {
      return named.get();
    }
    if (body.impact() == null && body.scope() == null) {
      throw Refusal.invalid("severity", "is missing: name it, or impact and scope");
    }
    return SeverityMatrix.of(
        Fields.requiredWord("impact", body.impact(), Impact.class),
        Fields.requiredWord("scope", body.scope(), Reach.class));
  }

  private static Map<Milestone, Instant> given(@Nullable Map<String, @Nullable String> named) {
    var known = new EnumMap<Milestone, Instant>(Milestone.class);
    milestones(named).forEach((milestone, at) -> at.ifPresent(set -> known.put(milestone, set)));
    return known;
  }

  private static Map<Milestone, Optional<Instant>> milestones(
      @Nullable Map<String, @Nullable String> named) {
    var values = new EnumMap<Milestone, Optional<Instant>>(Milestone.class);
    if (named != null) {
      named.forEach(
          (key, at) -> values.put(milestone(key), Fields.instant("milestones." + key, at)));
    }
    return values;
  }

  private static Milestone milestone(String key) {
    return Arrays.stream(Milestone.values())
        .filter(milestone -> milestone.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("milestones." + key, "is no milestone"));
  }

  @GetMapping
  Items<IncidentAnswer> list(
      Actor actor,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String severity,
      @RequestParam @Nullable String service,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String next) {
    var most = Items.limit(limit);
    var found =
        incidents.list(
            new IncidentQuery(
                Fields.word("state", state, IncidentState.class).map(Set::of).orElse(null),
                Fields.word("kind", kind, IncidentKind.class).orElse(null),
                Fields.word("severity", severity, IncidentSeverity.class).orElse(null),
                service,
                Fields.optional("q", q, Incident.TITLE_MAX),
                cursor(next),
                most + 1));
    var page = found.subList(0, Math.min(most, found.size()));
    var more = found.size() > most ? Long.toString(page.getLast().number()) : null;
    return new Items<>(page.stream().map(answers::of).toList(), more);
  }

  private static @Nullable Long cursor(@Nullable String next) {
    if (next == null) {
      return null;
    }
    if (!next.matches("[0-9]{1," + NUMBER_LENGTH_MAX + "}")) {
      throw Refusal.invalid("next", "is the cursor of an earlier answer");
    }
    return Long.valueOf(next);
  }

  @GetMapping("/{id}")
  ResponseEntity<IncidentAnswer> get(Actor actor, @PathVariable String id) {
    return answered(incidents.get(id));
  }

  private ResponseEntity<IncidentAnswer> answered(Incident incident) {
    return ResponseEntity.ok().eTag(Long.toString(incident.version())).body(answers.of(incident));
  }

  /** What a caller changes. */
  record Patch(
      @Nullable String title,
      @Nullable String summary,
      @Nullable List<String> services,
      @Nullable Map<String, @Nullable String> milestones,
      @Nullable String reason) {}

  @PatchMapping("/{id}")
  ResponseEntity<IncidentAnswer> change(
      Actor actor,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Patch body) {
    var incident = incidents.get(id);
    var change =
        new Incidents.Change(
            Fields.optional("title", body.title(), Incident.TITLE_MAX),
            Fields.optional("summary", body.summary(), Incident.SUMMARY_MAX),
            body.services(),
            milestones(body.milestones()),
            Fields.optional("reason", body.reason(), Incident.REASON_MAX));
    return answered(incidents.change(actor, incident.id(), ifMatch, change, clock.instant()));
  }

  /** A blocker set aside. */
  record WaiverBody(@Nullable String code, @Nullable String reason) {}

  /** Where a caller wants the incident. */
  record Transition(
      @Nullable String to,
      @Nullable String reason,
      @Nullable String into,
      @Nullable List<WaiverBody> waivers) {}

  @PostMapping("/{id}/transitions")
  ResponseEntity<IncidentAnswer> move(
      Actor actor, @PathVariable String id, @RequestBody Transition body) {
    var incident = incidents.get(id);
    var into =
        body.into() == null
            ? null
            : incidents
                .find(body.into())
                .orElseThrow(() -> Refusal.invalid("into", "names no incident"))
                .id();
    var asked =
        new Transitions.Asked(
            Fields.requiredWord("to", body.to(), IncidentState.class),
            Fields.optional("reason", body.reason(), Incident.REASON_MAX),
            into,
            waivers(body.waivers()));
    return answered(transitions.move(actor, incident.id(), asked, clock.instant()));
  }

  private static List<Waiver> waivers(@Nullable List<WaiverBody> bodies) {
    var waivers = new ArrayList<Waiver>();
    for (var body : Optional.ofNullable(bodies).orElse(List.of())) {
      var field = "waivers[%d]".formatted(waivers.size());
      waivers.add(
          new Waiver(
              Fields.required(field + ".code", body.code(), Incident.TITLE_MAX),
              Fields.required(field + ".reason", body.reason(), Waiver.REASON_MAX)));
    }
    return waivers;
  }

  /** Another severity, and why. */
  record SeverityBody(@Nullable String severity, @Nullable String reason) {}

  @PostMapping("/{id}/severity")
  ResponseEntity<IncidentAnswer> severity(
      Actor actor, @PathVariable String id, @RequestBody SeverityBody body) {
    var incident = incidents.get(id);
    var severity = Fields.requiredWord("severity", body.severity(), IncidentSeverity.class);
    var reason = Fields.required("reason", body.reason(), Incident.REASON_MAX);
    return answered(incidents.severity(actor, incident.id(), severity, reason, clock.instant()));
  }
}
