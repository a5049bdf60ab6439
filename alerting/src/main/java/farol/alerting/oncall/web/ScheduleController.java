package farol.alerting.oncall.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.oncall.OverrideDraft;
import farol.alerting.oncall.Preview;
import farol.alerting.oncall.ScheduleDesk;
import farol.alerting.oncall.ScheduleDraft;
import farol.alerting.oncall.ScheduleDraft.LayerDraft;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored schedules and previews of any schedule. */
@RestController
@RequestMapping("/api/v1")
class ScheduleController {
  private final ScheduleDesk desk;

  ScheduleController(ScheduleDesk desk) {
    this.desk = desk;
  }

  /** A schedule as asked for; overrides are part of previews only. */
  record ScheduleBody(
      @Nullable String slug,
      @Nullable String name,
      @Nullable String team,
      @Nullable String purpose,
      @Nullable String timeZone,
      @Nullable List<LayerDraft> layers,
      @Nullable List<OverrideDraft> overrides) {
    ScheduleDraft draft() {
      return new ScheduleDraft(timeZone, layers);
    }
  }

  record PreviewBody(
      @Nullable ScheduleBody schedule, @Nullable Instant from, @Nullable Instant until) {}

  /** A stored schedule. */
  record ScheduleAnswer(
      String slug,
      String name,
      String team,
      @Nullable String purpose,
      int version,
      Instant effectiveFrom,
      @Nullable String timeZone,
      @Nullable List<LayerDraft> layers) {
    static ScheduleAnswer of(ScheduleDesk.View view) {
      return new ScheduleAnswer(
          view.slug(),
          view.name(),
          view.team(),
          view.purpose(),
          view.version(),
          view.effectiveFrom(),
          view.draft().timeZone(),
          view.draft().layers());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OverrideAnswer(
      UUID id,
      @Nullable String type,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String remove,
      @Nullable String add) {}

  @GetMapping("/schedules")
  Items<ScheduleAnswer> list() {
    return Items.all(desk.list().stream().map(ScheduleAnswer::of).toList());
  }

  @GetMapping("/schedules/{slug}")
  ScheduleAnswer get(@PathVariable String slug) {
    return ScheduleAnswer.of(desk.get(slug));
  }

  @PostMapping("/schedules")
  ResponseEntity<ScheduleAnswer> create(@RequestBody ScheduleBody body, Actor actor) {
    refuseOverrides(body);
    var created =
        desk.create(
            actor,
            required("slug", body.slug),
            required("name", body.name),
            required("team", body.team),
            body.purpose,
            body.draft());
    return ResponseEntity.created(URI.create("/api/v1/schedules/" + created.slug()))
        .body(ScheduleAnswer.of(created));
  }

  @PutMapping("/schedules/{slug}")
  ScheduleAnswer update(
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable String effective,
      @RequestBody ScheduleBody body,
      Actor actor) {
    refuseOverrides(body);
    return ScheduleAnswer.of(desk.update(actor, slug, body.name, body.draft(), effective));
  }

  private static void refuseOverrides(ScheduleBody body) {
    if (body.overrides != null && !body.overrides.isEmpty()) {
      throw Refusal.invalid("overrides", "are added one by one to the schedule's overrides");
    }
  }

  @PostMapping("/schedules/{slug}/overrides")
  ResponseEntity<OverrideAnswer> override(
      @PathVariable String slug, @RequestBody OverrideDraft body, Actor actor) {
    var stored = desk.override(actor, slug, body);
    var o = stored.override();
    var location = URI.create("/api/v1/schedules/%s/overrides/%s".formatted(slug, stored.id()));
    return ResponseEntity.created(location)
        .body(new OverrideAnswer(stored.id(), o.type(), o.from(), o.to(), o.remove(), o.add()));
  }

  @GetMapping("/schedules/{slug}/shifts")
  Preview shifts(
      @PathVariable String slug, @RequestParam Instant from, @RequestParam Instant until) {
    return desk.shifts(slug, from, until);
  }

  @PostMapping("/schedule-previews")
  Preview preview(@RequestBody PreviewBody body) {
    var schedule = required("schedule", body.schedule);
    return ScheduleDesk.preview(
        schedule.draft(),
        schedule.overrides == null ? List.of() : schedule.overrides,
        required("from", body.from),
        required("until", body.until));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.invalid(field, "is missing");
    }
    return value;
  }
}
