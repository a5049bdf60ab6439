package farol.alerting.escalation;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Slug;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamId;
import farol.alerting.catalog.TeamScope;
import farol.alerting.door.Faults;
import farol.alerting.door.GuardedHttp;
import farol.alerting.door.Refusal;
import farol.alerting.oncall.RotationTeams;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes escalation policies and the last resort. */
@Service
public class PolicyDesk {
  public static final int NAME_MAX = 200;
  public static final int LAST_RESORT_MAX = 20;
  private static final int SOON_SECONDS = 60;

  /**
   * A version of a policy.
   *
   * @param warnings what is allowed and seldom meant
   */
  public record View(String slug, int version, PolicyDraft draft, List<String> warnings) {}

  /** Whom to page when nothing else is left. */
  public record LastResort(List<String> people, List<String> webhooks) {}

  private final JdbcPolicies policies;
  private final RotationTeams rotations;
  private final Catalog catalog;
  private final GuardedHttp http;
  private final Audit audit;
  private final InstantSource clock;

  PolicyDesk(
      JdbcPolicies policies,
      RotationTeams rotations,
      Catalog catalog,
      GuardedHttp http,
      Audit audit,
      InstantSource clock) {
    this.policies = policies;
    this.rotations = rotations;
    this.catalog = catalog;
    this.http = http;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public View create(Actor actor, PolicyDraft draft) {
    if (draft.slug() == null) {
      throw Refusal.invalid("slug", "is missing");
    }
    var slug = draft.slug();
    checkSlug(slug);
    var team = authorised(actor, draft.team());
    check(slug, draft);
    var id = UUID.randomUUID();
    var now = clock.instant();
    if (!policies.insert(id, slug, team.map(Team::id).orElse(null), now)) {
      throw Refusal.conflict("policy-exists", "A policy %s exists".formatted(slug));
    }
    var version = policies.append(id, draft, actor.person().id(), now);
    audit.record(actor, now, "escalation-policy.created", "escalation-policy/" + slug, null, draft);
    return view(slug, version, draft);
  }

  /** Saves a new version; escalations under way keep theirs. */
  @Transactional
  public View update(Actor actor, String slug, PolicyDraft draft) {
    var stored = stored(slug);
    authorised(actor, Optional.ofNullable(stored.team()).flatMap(this::slugOf).orElse(null));
    check(slug, draft);
    var now = clock.instant();
    var version = policies.append(stored.id(), draft, actor.person().id(), now);
    audit.record(
        actor,
        now,
        "escalation-policy.changed",
        "escalation-policy/" + slug,
        stored.draft(),
        draft);
    return view(slug, version, draft);
  }

  private Optional<String> slugOf(TeamId team) {
    return catalog.team(team).map(Team::slug);
  }

  /** A policy of a team belongs to its manager, one of no team to any manager. */
  private Optional<Team> authorised(Actor actor, @Nullable String teamSlug) {
    if (teamSlug == null) {
      actor.mustBe(Role.MANAGER);
      return Optional.empty();
    }
    var team =
        catalog
            .team(teamSlug)
            .orElseThrow(() -> Refusal.invalid("team", "there is no team " + teamSlug));
    TeamScope.mustManage(actor, team, catalog);
    return Optional.of(team);
  }

  private static void checkSlug(String slug) {
    try {
      Slug.checked(slug);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid("slug", String.valueOf(wrong.getMessage()));
    }
  }

  private void check(String slug, PolicyDraft draft) {
    if (draft.name() != null && (draft.name().isBlank() || draft.name().length() > NAME_MAX)) {
      throw Refusal.invalid("name", "has 1 to %d characters".formatted(NAME_MAX));
    }
    var timeout = draft.acknowledgementTimeoutSeconds();
    if (timeout != null && timeout < 0) {
      throw Refusal.invalid("acknowledgementTimeoutSeconds", "is not negative");
    }
    var faults = new Faults();
    var levels = draft.read(slug, 1).levels();
    for (var i = 0; i < levels.size(); i++) {
      for (var j = 0; j < levels.get(i).targets().size(); j++) {
        check("levels[%d].targets[%d].".formatted(i, j), levels.get(i).targets().get(j), faults);
      }
    }
    faults.refuse();
  }

  private void check(String at, Target target, Faults faults) {
    switch (target) {
      case Target.OnCall(var schedule) -> checkSchedule(at, schedule, faults);
      case Target.RotationTeam(var schedule) -> checkSchedule(at, schedule, faults);
      case Target.TeamMembers(var team) -> checkTeam(at, team, faults);
      case Target.TeamManager(var team) -> team.ifPresent(named -> checkTeam(at, named, faults));
      case Target.OnePerson(var handle) ->
          faults.unless(
              catalog.person(handle).isPresent(),
              at + "person",
              "there is nobody called " + handle);
      case Target.IncidentCommander() -> {}
    }
  }

  private void checkSchedule(String at, String schedule, Faults faults) {
    faults.unless(rotations.exists(schedule), at + "schedule", "there is no schedule " + schedule);
  }

  private void checkTeam(String at, String team, Faults faults) {
    faults.unless(catalog.team(team).isPresent(), at + "team", "there is no team " + team);
  }

  public List<View> list() {
    return policies.newest().stream()
        .map(stored -> view(stored.slug(), stored.version(), stored.draft()))
        .toList();
  }

  public View get(String slug) {
    var stored = stored(slug);
    return view(slug, stored.version(), stored.draft());
  }

  private JdbcPolicies.Stored stored(String slug) {
    return policies.newest(slug).orElseThrow(() -> Refusal.notFound("The policy " + slug));
  }

  private static View view(String slug, int version, PolicyDraft draft) {
    var soon =
        draft.read(slug, version).levels().stream()
            .anyMatch(level -> level.escalateAfter().toSeconds() < SOON_SECONDS);
    var warnings =
        soon
            ? List.of("a level hands up after less than %d s".formatted(SOON_SECONDS))
            : List.<String>of();
    return new View(slug, version, draft, warnings);
  }

  public LastResort lastResort() {
    var stored = policies.lastResort();
    return new LastResort(stored.people(), stored.webhooks());
  }

  @Transactional
  public LastResort setLastResort(Actor actor, List<String> people, List<String> webhooks) {
    actor.mustBe(Role.ADMIN);
    if (people.isEmpty() && webhooks.isEmpty()) {
      throw Refusal.invalid("people", "names somebody, unless there is a webhook");
    }
    if (people.size() + webhooks.size() > LAST_RESORT_MAX) {
      throw Refusal.invalid(
          "people", "are at most %d with the webhooks".formatted(LAST_RESORT_MAX));
    }
    var faults = new Faults();
    people.forEach(
        handle ->
            faults.unless(
                catalog.person(handle).isPresent(), "people", "there is nobody called " + handle));
    faults.refuse();
    webhooks.forEach(url -> http.checked("webhooks", url));
    var before = policies.lastResort();
    policies.store(new JdbcPolicies.LastResort(people, webhooks));
    var after = new LastResort(people, webhooks);
    audit.record(actor, clock.instant(), "last-resort.changed", "last-resort", before, after);
    return after;
  }
}
