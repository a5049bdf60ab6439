package farol.incidents.timeline.web;

import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.incidents.command.Incident;
import farol.incidents.command.Incidents;
import farol.incidents.door.Fields;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.Precision;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowLink;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import farol.incidents.timeline.Visibility;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/incidents/{id}/timeline")
class TimelineController {
  private static final Duration RECENT = Duration.ofHours(1);

  private final Incidents incidents;
  private final Timeline timeline;
  private final InstantSource clock;

  TimelineController(Incidents incidents, Timeline timeline, InstantSource clock) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.clock = clock;
  }

  @GetMapping
  Items<Row> rows(
      Actor actor,
      @PathVariable String id,
      @RequestParam(defaultValue = "default") String view,
      @RequestParam @Nullable String source,
      @RequestParam @Nullable String asOf,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String next) {
    var incident = incidents.get(id);
    var most = Items.limit(limit);
    var query =
        new TimelineQuery(
            curatedOnly(view),
            view.equals("default") ? clock.instant().minus(RECENT) : null,
            Fields.word("source", source, RowSource.class).orElse(null),
            Fields.instant("asOf", asOf).orElse(null),
            place(next),
            most + 1);
    var rows = timeline.rows(incident.id(), query);
    var page = rows.subList(0, Math.min(most, rows.size()));
    return new Items<>(page, rows.size() > most ? cursor(page.getLast()) : null);
  }

  private static boolean curatedOnly(String view) {
    return switch (view) {
      case "default", "curated" -> true;
      case "all" -> false;
      case String _ -> throw Refusal.invalid("view", "is one of default, curated, all");
    };
  }

  private static String cursor(Row row) {
    return "%s_%d".formatted(row.occurredAt(), row.sequence());
  }

  private static TimelineQuery.@Nullable Place place(@Nullable String next) {
    if (next == null) {
      return null;
    }
    var parts = next.split("_", 2);
    if (parts.length != 2 || !parts[1].matches("[0-9]{1,9}")) {
      throw Refusal.invalid("next", "is the cursor of an earlier answer");
    }
    var at = Fields.instant("next", parts[0]);
    return new TimelineQuery.Place(at.orElseThrow(), Long.parseLong(parts[1]));
  }

  @GetMapping("/{row}")
  Row row(Actor actor, @PathVariable String id, @PathVariable UUID row) {
    return timeline
        .row(incidents.get(id).id(), row)
        .orElseThrow(() -> Refusal.notFound("This row"));
  }

  /** Who did it, when it was not the writer. */
  record ActorBody(@Nullable String handle, @Nullable String name) {}

  /** A row as typed. */
  record RowBody(
      @Nullable String occurredAt,
      @Nullable String text,
      @Nullable String source,
      @Nullable ActorBody actor,
      @Nullable String precision,
      @Nullable List<LinkBody> links,
      @Nullable Boolean curated,
      @Nullable String visibility) {}

  /** Where it leads. */
  record LinkBody(@Nullable String href, @Nullable String text) {}

  @PostMapping
  ResponseEntity<Row> write(Actor actor, @PathVariable String id, @RequestBody RowBody body) {
    var incident = incidents.get(id);
    var now = clock.instant();
    var written = timeline.write(actor, row(actor, incident, body, now), now);
    var at = "/api/v1/incidents/%s/timeline/%s".formatted(incident.id().value(), written.id());
    return ResponseEntity.created(URI.create(at)).body(written);
  }

  private static NewRow row(Actor actor, Incident incident, RowBody body, Instant now) {
    var source = source(body.source());
    refuseOthers(actor, body.actor());
    var occurredAt = Fields.instant("occurredAt", body.occurredAt());
    occurredAt.ifPresent(at -> checkClaim(at, incident, now));
    var row =
        NewRow.by(
            actor,
            incident.id(),
            source,
            Fields.required("text", body.text(), Row.TEXT_MAX),
            occurredAt.orElse(now));
    return new NewRow(
        row.incident(),
        null,
        row.occurredAt(),
        precision(body.precision(), occurredAt),
        source,
        RowActor.person(actor.person()),
        row.onBehalfOf(),
        row.text(),
        links(body.links()),
        row.payload(),
        Optional.ofNullable(body.curated()).orElse(source.curatedAtOnce()),
        null,
        Fields.word("visibility", body.visibility(), Visibility.class).orElse(null));
  }

  private static RowSource source(@Nullable String word) {
    var source = Fields.word("source", word, RowSource.class).orElse(RowSource.HUMAN);
    if (source != RowSource.HUMAN && source != RowSource.CHAT) {
      throw Refusal.invalid("source", "is HUMAN or CHAT: the house writes the others itself");
    }
    return source;
  }

  private static void refuseOthers(Actor actor, @Nullable ActorBody named) {
    if (named != null && !actor.person().handle().equals(named.handle())) {
      throw Refusal.invalid("actor", "is the person who writes");
    }
  }

  private static void checkClaim(Instant at, Incident incident, Instant now) {
    if (at.isAfter(now.plus(Incidents.AHEAD_MAX))) {
      throw Refusal.invalid("occurredAt", "lies in the future");
    }
    var distance = Duration.between(incident.milestones().declaredAt(), at).abs();
    if (distance.compareTo(Timeline.CLAIM_MAX) > 0) {
      throw Refusal.invalid("occurredAt", "lies more than 30 days from the declaration");
    }
  }

  private static Precision precision(@Nullable String word, Optional<Instant> occurredAt) {
    var toTheMinute =
        occurredAt.filter(at -> at.getEpochSecond() % 60 == 0 && at.getNano() == 0).isPresent();
    return Fields.word("precision", word, Precision.class)
        .orElse(toTheMinute ? Precision.MINUTE : Precision.SECOND);
  }

  private static List<RowLink> links(@Nullable List<LinkBody> bodies) {
    var links = Optional.ofNullable(bodies).orElse(List.of());
    if (links.size() > RowLink.LINKS_MAX) {
      throw Refusal.invalid("links", "are at most " + RowLink.LINKS_MAX);
    }
    return links.stream()
        .map(
            link ->
                new RowLink(
                    Fields.required("links", link.href(), RowLink.HREF_MAX),
                    Fields.required("links", link.text(), RowLink.TEXT_MAX)))
        .toList();
  }

  @PostMapping({"/{row}/corrections", "/{row}/retraction"})
  Row notBuilt(Actor actor, @PathVariable String id, @PathVariable UUID row) {
    row(actor, id, row);
    throw Refusal.notBuilt("Correcting a row");
  }
}
