package farol.incidents.command.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import farol.incidents.command.CommandRole;
import farol.incidents.command.IncidentRoles;
import farol.incidents.command.Incidents;
import farol.incidents.command.PostStatus;
import farol.incidents.command.PostTemplate;
import farol.incidents.command.PublicWords;
import farol.incidents.command.Sitrep;
import farol.incidents.command.Sitreps;
import farol.incidents.door.Fields;
import farol.statuspage.incident.PublicPosts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/incidents/{id}")
class RoomController {
  private static final Set<String> IMPACTS = Set.of("none", "minor", "major", "critical");
  private static final int COMPONENTS_MAX = 500;

  private final Incidents incidents;
  private final IncidentRoles roles;
  private final Sitreps sitreps;
  private final PublicWords words;
  private final IncidentAnswers answers;
  private final Catalog catalog;
  private final InstantSource clock;

  RoomController(
      Incidents incidents,
      IncidentRoles roles,
      Sitreps sitreps,
      PublicWords words,
      IncidentAnswers answers,
      Catalog catalog,
      InstantSource clock) {
    this.incidents = incidents;
    this.roles = roles;
    this.sitreps = sitreps;
    this.words = words;
    this.answers = answers;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Who takes a role. */
  record RoleBody(@Nullable String person) {}

  @PutMapping("/roles/{role}")
  IncidentAnswer assign(
      Actor actor, @PathVariable String id, @PathVariable String role, @RequestBody RoleBody body) {
    var incident = incidents.get(id);
    var named = role(role);
    if (named == CommandRole.IC) {
      roles.assign(actor, incident.id(), named, actor.person(), clock.instant());
    }
    var person = Fields.person("person", body.person(), catalog);
    roles.assign(actor, incident.id(), named, person, clock.instant());
    return answers.of(incidents.get(id));
  }

  @DeleteMapping("/roles/{role}")
  IncidentAnswer giveUp(Actor actor, @PathVariable String id, @PathVariable String role) {
    roles.giveUp(actor, incidents.get(id).id(), role(role), clock.instant());
    return answers.of(incidents.get(id));
  }

  private static CommandRole role(String name) {
    return Fields.requiredWord("role", name, CommandRole.class);
  }

  /** What somebody does, and until when. */
  record DoingBody(@Nullable String what, @Nullable String who, @Nullable String until) {}

  /** A sitrep as filed. */
  record SitrepBody(
      @Nullable String impactNow,
      @Nullable String hypothesis,
      @Nullable List<DoingBody> doing,
      @Nullable List<String> openQuestions,
      @Nullable List<String> needs,
      @Nullable String nextIn) {}

  /** A sitrep as answered. */
  record SitrepAnswer(
      UUID id,
      String impactNow,
      @Nullable String hypothesis,
      List<Sitrep.Doing> doing,
      List<String> openQuestions,
      List<String> needs,
      @Nullable Duration nextIn,
      PersonName by,
      Instant at,
      String text) {}

  @PostMapping("/sitreps")
  ResponseEntity<SitrepAnswer> sitrep(
      Actor actor, @PathVariable String id, @RequestBody SitrepBody body) {
    var incident = incidents.get(id);
    var filed = sitreps.file(actor, incident.id(), fields(body), clock.instant());
    var at = "/api/v1/incidents/%s/sitreps/%s".formatted(incident.id().value(), filed.id());
    return ResponseEntity.created(URI.create(at)).body(answer(filed, actor));
  }

  private static Sitrep.Fields fields(SitrepBody body) {
    var doing = new ArrayList<Sitrep.Doing>();
    for (var line : most("doing", body.doing())) {
      var field = "doing[%d]".formatted(doing.size());
      doing.add(
          new Sitrep.Doing(
              Fields.required(field + ".what", line.what(), Sitrep.TEXT_MAX),
              Fields.optional(field + ".who", line.who(), Sitrep.TEXT_MAX),
              Fields.optional(field + ".until", line.until(), Sitrep.TEXT_MAX)));
    }
    return new Sitrep.Fields(
        Fields.required("impactNow", body.impactNow(), Sitrep.TEXT_MAX),
        Fields.optional("hypothesis", body.hypothesis(), Sitrep.TEXT_MAX),
        doing,
        texts("openQuestions", body.openQuestions()),
        texts("needs", body.needs()),
        Fields.duration("nextIn", body.nextIn()).orElse(null));
  }

  private static List<String> texts(String field, @Nullable List<String> given) {
    var texts = new ArrayList<String>();
    for (var text : most(field, given)) {
      texts.add(Fields.required("%s[%d]".formatted(field, texts.size()), text, Sitrep.TEXT_MAX));
    }
    return texts;
  }

  private static <T> List<T> most(String field, @Nullable List<T> given) {
    if (given != null && given.size() > Sitrep.LINES_MAX) {
      throw Refusal.invalid(field, "has at most %d lines".formatted(Sitrep.LINES_MAX));
    }
    return Optional.ofNullable(given).orElse(List.of());
  }

  private static SitrepAnswer answer(Sitrep sitrep, Actor actor) {
    var fields = sitrep.fields();
    return new SitrepAnswer(
        sitrep.id(),
        fields.impactNow(),
        fields.hypothesis(),
        fields.doing(),
        fields.openQuestions(),
        fields.needs(),
        fields.nextIn(),
        PersonName.of(actor.person()),
        sitrep.at(),
        sitrep.text());
  }

  /** A component and its state as the status page names them. */
  record ComponentBody(@Nullable String id, @Nullable String state) {}

  /** What to tell customers. */
  record PostBody(
      @Nullable String status,
      @Nullable String body,
      @Nullable String template,
      @Nullable String impact,
      @Nullable List<ComponentBody> components,
      @Nullable String nextUpdateAt,
      @Nullable String nextUpdateIn,
      @Nullable Boolean publish) {}

  @PostMapping("/public-posts")
  ResponseEntity<PublicPosts.Posted> say(
      Actor actor, @PathVariable String id, @RequestBody PostBody body) {
    var incident = incidents.get(id);
    var now = clock.instant();
    var posted = words.say(actor, incident.id(), word(body, now), now);
    return ResponseEntity.created(URI.create("/api/v1/status-page/posts/" + posted.id()))
        .body(posted);
  }

  private static PublicWords.Word word(PostBody body, Instant now) {
    var promise =
        Fields.instant("nextUpdateAt", body.nextUpdateAt())
            .or(() -> Fields.duration("nextUpdateIn", body.nextUpdateIn()).map(now::plus));
    return new PublicWords.Word(
        status(body.status()),
        Fields.optional("body", body.body(), PublicWords.BODY_MAX),
        template(body.template()),
        impact(body.impact()),
        components(body.components()),
        promise.orElse(null),
        Boolean.TRUE.equals(body.publish()));
  }

  private static PostStatus status(@Nullable String word) {
    for (var status : PostStatus.values()) {
      if (status.word().equals(word)) {
        return status;
      }
    }
    throw Refusal.invalid("status", "is one of investigating, identified, monitoring, resolved");
  }

  private static @Nullable PostTemplate template(@Nullable String key) {
    return key == null
        ? null
        : PostTemplate.of(key)
            .orElseThrow(() -> Refusal.invalid("template", "names no template: " + key));
  }

  private static String impact(@Nullable String word) {
    if (word == null || !IMPACTS.contains(word)) {
      throw Refusal.invalid("impact", "is one of none, minor, major, critical");
    }
    return word;
  }

  private static List<PublicPosts.ComponentState> components(@Nullable List<ComponentBody> bodies) {
    var states = new ArrayList<PublicPosts.ComponentState>();
    for (var body : Optional.ofNullable(bodies).orElse(List.of())) {
      var field = "components[%d]".formatted(states.size());
      states.add(
          new PublicPosts.ComponentState(
              Fields.required(field + ".id", body.id(), COMPONENTS_MAX),
              Fields.required(field + ".state", body.state(), COMPONENTS_MAX)));
    }
    if (states.size() > COMPONENTS_MAX) {
      throw Refusal.invalid("components", "are at most " + COMPONENTS_MAX);
    }
    return states;
  }

  @PostMapping({
    "/can-reports",
    "/executive-summaries",
    "/tasks",
    "/decisions",
    "/temporary-changes",
    "/exit-criteria",
    "/teams",
    "/subscriptions",
    "/timeline-imports"
  })
  IncidentAnswer notBuilt(Actor actor, @PathVariable String id) {
    incidents.get(id);
    throw Refusal.notBuilt("This part of the incident room");
  }
}
