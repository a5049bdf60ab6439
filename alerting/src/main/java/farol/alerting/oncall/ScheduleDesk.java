package farol.alerting.oncall;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Slug;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamScope;
import farol.alerting.door.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes schedules, and says what they mean. */
@Service
public class ScheduleDesk {
  public static final int NAME_MAX = 200;
  public static final int OVERRIDES_PER_PREVIEW = 1_000;

  /** A schedule as the API answers it: the version that holds, or will hold last. */
  public record View(
      String slug,
      String name,
      String team,
      @Nullable String purpose,
      int version,
      Instant effectiveFrom,
      ScheduleDraft draft) {}

  /** A stored override. */
  public record StoredOverride(UUID id, OverrideDraft override) {}

  private final JdbcSchedules schedules;
  private final Catalog catalog;
  private final Audit audit;
  private final InstantSource clock;

  ScheduleDesk(JdbcSchedules schedules, Catalog catalog, Audit audit, InstantSource clock) {
    this.schedules = schedules;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /** Creates a schedule whose first version holds from ever. */
  @Transactional
  public View create(
      Actor actor,
      String slug,
      String name,
      String teamSlug,
      @Nullable String purpose,
      ScheduleDraft draft) {
    var team = team(teamSlug);
    TeamScope.mustManage(actor, team, catalog);
    if (purpose != null && !purpose.equals(OnCall.INCIDENT_COMMANDER)) {
      throw Refusal.invalid("purpose", "is INCIDENT_COMMANDER or absent");
    }
    check(slug, name, draft);
    var id = UUID.randomUUID();
    var now = clock.instant();
    if (!schedules.insert(id, slug, name, team.id(), purpose, now)) {
      throw Refusal.conflict(
          "schedule-exists", "A schedule %s, or one of its purpose, exists".formatted(slug));
    }
    schedules.append(id, draft, Instant.EPOCH, actor.person().id(), now);
    audit.record(actor, now, "schedule.created", "schedule/" + slug, null, draft);
    return new View(slug, name, teamSlug, purpose, 1, Instant.EPOCH, draft);
  }

  /**
   * Saves a new version; what was on call before it takes effect stays as it was.
   *
   * @param effective {@code now}, {@code next-handoff} (the default) or an instant to come
   */
  @Transactional
  public View update(
      Actor actor,
      String slug,
      @Nullable String name,
      ScheduleDraft draft,
      @Nullable String effective) {
    var stored = stored(slug);
    var team = catalog.team(stored.team()).orElseThrow();
    TeamScope.mustManage(actor, team, catalog);
    var called = name == null ? stored.name() : name;
    check(slug, called, draft);
    var now = clock.instant();
    var from = effectiveFrom(effective, stored, now);
    schedules.rename(stored.id(), called);
    var version = schedules.append(stored.id(), draft, from, actor.person().id(), now);
    audit.record(actor, now, "schedule.changed", "schedule/" + slug, null, draft);
    return new View(slug, called, team.slug(), stored.purpose(), version, from, draft);
  }

  private static Instant effectiveFrom(@Nullable String asked, StoredSchedule stored, Instant now) {
    return switch (asked == null ? "next-handoff" : asked) {
      case "now" -> now;
      case "next-handoff" -> stored.nextHandoff(now).orElse(now);
      case String instant -> onDate(instant, now);
    };
  }

  private static Instant onDate(String text, Instant now) {
    try {
      var from = Instant.parse(text);
      if (!from.isBefore(now)) {
        return from;
      }
    } catch (DateTimeException _) {
      // Said below, together with an instant that is over.
    }
    throw Refusal.invalid("effective", "is now, next-handoff or an instant to come");
  }

  private void check(String slug, String name, ScheduleDraft draft) {
    try {
      Slug.checked(slug);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid("slug", String.valueOf(wrong.getMessage()));
    }
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw Refusal.invalid("name", "has 1 to %d characters".formatted(NAME_MAX));
    }
    mustExist("layers", draft.read("").people().stream());
  }

  private void mustExist(String field, Stream<String> handles) {
    handles
        .filter(handle -> catalog.person(handle).isEmpty())
        .findFirst()
        .ifPresent(
            handle -> {
              throw Refusal.invalid(field, "there is nobody called %s".formatted(handle));
            });
  }

  /** Adds an override; responders cover their own shifts, managers of the team anybody's. */
  @Transactional
  public StoredOverride override(Actor actor, String slug, OverrideDraft override) {
    actor.mustBe(Role.RESPONDER);
    var stored = stored(slug);
    override.read("");
    mustExist("add", override.people());
    if (override.people().noneMatch(actor.person().handle()::equals)) {
      TeamScope.mustManage(actor, catalog.team(stored.team()).orElseThrow(), catalog);
    }
    var id = UUID.randomUUID();
    var now = clock.instant();
    schedules.insertOverride(id, stored.id(), override, actor.person().id(), now);
    audit.record(actor, now, "schedule.overridden", "schedule/" + slug, null, override);
    return new StoredOverride(id, override);
  }

  /** Every schedule as it stands. */
  public List<View> list() {
    return schedules.all().stream().map(this::view).toList();
  }

  public View get(String slug) {
    return view(stored(slug));
  }

  private View view(StoredSchedule stored) {
    var version = stored.versions().getLast();
    return new View(
        stored.slug(),
        stored.name(),
        catalog.team(stored.team()).map(Team::slug).orElse(""),
        stored.purpose(),
        version.number(),
        version.effectiveFrom(),
        ScheduleDraft.of(version.schedule()));
  }

  /** What a stored schedule means in a window, each stretch by the version that held then. */
  public Preview shifts(String slug, Instant from, Instant until) {
    var stored = stored(slug);
    var window = Preview.window(from, until);
    var zone = stored.versions().getLast().schedule().zone();
    return Preview.of(stored.shifts(window), window, zone);
  }

  /** What any schedule would mean, without storing it; its people need not exist. */
  public static Preview preview(
      ScheduleDraft draft, List<OverrideDraft> drafts, Instant from, Instant until) {
    if (drafts.size() > OVERRIDES_PER_PREVIEW) {
      throw Refusal.invalid(
          "schedule.overrides", "are at most %d".formatted(OVERRIDES_PER_PREVIEW));
    }
    var window = Preview.window(from, until);
    var schedule = draft.read("schedule.");
    var overrides =
        IntStream.range(0, drafts.size())
            .mapToObj(i -> drafts.get(i).read("schedule.overrides[%d].".formatted(i)))
            .toList();
    return Preview.of(Shifts.of(schedule, overrides, window), window, schedule.zone());
  }

  /** The version of the time-zone rules by which shifts are computed. */
  public static String tzdbVersion() {
    return Preview.tzdb();
  }

  private StoredSchedule stored(String slug) {
    return schedules
        .find(slug)
        .orElseThrow(() -> Refusal.notFound("The schedule %s".formatted(slug)));
  }

  private Team team(String slug) {
    return catalog
        .team(slug)
        .orElseThrow(() -> Refusal.invalid("team", "there is no team %s".formatted(slug)));
  }
}
