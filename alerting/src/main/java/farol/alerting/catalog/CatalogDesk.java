package farol.alerting.catalog;

import farol.alerting.door.Faults;
import farol.alerting.door.Refusal;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the catalog: people by administrators, teams and services by managers or above. Every
 * change is audited.
 */
@org.springframework.stereotype.Service
public class CatalogDesk {
  public static final int ABSENCES_MAX = 100;
  private static final int GENERATIONS_MAX = 20;

  private final Catalog catalog;
  private final CatalogRows rows;
  private final ServiceGroupings groupings;
  private final Audit audit;
  private final InstantSource clock;

  CatalogDesk(
      Catalog catalog,
      CatalogRows rows,
      ServiceGroupings groupings,
      Audit audit,
      InstantSource clock) {
    this.catalog = catalog;
    this.rows = rows;
    this.groupings = groupings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the first person of an installation, who becomes its administrator. Refused (409) as soon
   * as there is anybody: from then on administrators make people.
   *
   * @param from the network address or node it is done from
   */
  @Transactional
  public Person createFirstAdministrator(PersonDraft draft, String from) {
    if (!rows.nobody()) {
      throw Refusal.conflict("not-first", "This installation has people already");
    }
    var asked =
        new PersonDraft(
            draft.handle(),
            draft.name(),
            draft.email(),
            draft.timeZone(),
            draft.locale(),
            Role.ADMIN);
    var person = asked.checked(PersonId.random());
    insert(person);
    var self = new Actor(person, Actor.Via.SYSTEM, null, from);
    audit.record(self, clock.instant(), "person.created", object(person), null, person);
    return person;
  }

  @Transactional
  public Person createPerson(Actor actor, PersonDraft draft) {
    actor.mustBe(Role.ADMIN);
    var person = draft.checked(PersonId.random());
    insert(person);
    audit.record(actor, clock.instant(), "person.created", object(person), null, person);
    return person;
  }

  private void insert(Person person) {
    if (!rows.insert(person, clock.instant())) {
      throw Refusal.conflict("handle-taken", "The handle %s is taken".formatted(person.handle()));
    }
  }

  /** Replaces everything but the handle; a null field keeps what stands. */
  @Transactional
  public Person updatePerson(Actor actor, String handle, PersonDraft draft) {
    actor.mustBe(Role.ADMIN);
    var before = personNamed(handle);
    var asked =
        new PersonDraft(
            handle,
            Objects.requireNonNullElse(draft.name(), before.name()),
            Objects.requireNonNullElse(draft.email(), before.email()),
            Objects.requireNonNullElse(draft.timeZone(), before.zone().getId()),
            Objects.requireNonNullElse(draft.locale(), before.locale().toLanguageTag()),
            Objects.requireNonNullElse(draft.role(), before.role()));
    var after = asked.checked(before.id());
    rows.update(after);
    audit.record(actor, clock.instant(), "person.updated", object(after), before, after);
    return after;
  }

  /** Retires the person: history keeps them, nothing new reaches them. */
  @Transactional
  public Person retirePerson(Actor actor, String handle) {
    actor.mustBe(Role.ADMIN);
    var before = personNamed(handle);
    if (before.id().equals(actor.person().id())) {
      throw Refusal.conflict("own-account", "You cannot retire yourself");
    }
    var after =
        new Person(
            before.id(),
            before.handle(),
            before.name(),
            before.email(),
            before.zone(),
            before.locale(),
            before.role(),
            false);
    rows.update(after);
    audit.record(actor, clock.instant(), "person.retired", object(after), before, after);
    return after;
  }

  public List<Absence> absences(PersonId person) {
    return rows.absences(person);
  }

  /** Replaces the absences of a person: one's own, or anybody's for managers and above. */
  @Transactional
  public List<Absence> putAbsences(Actor actor, String handle, List<Absence> absences) {
    var person = personNamed(handle);
    if (!person.id().equals(actor.person().id())) {
      actor.mustBe(Role.MANAGER);
    }
    new Faults()
        .unless(absences.size() <= ABSENCES_MAX, "items", "has up to %d".formatted(ABSENCES_MAX))
        .refuse();
    var before = rows.absences(person.id());
    rows.replaceAbsences(person.id(), absences);
    audit.record(actor, clock.instant(), "person.absences-set", object(person), before, absences);
    return rows.absences(person.id());
  }

  @Transactional
  public Team createTeam(Actor actor, TeamDraft draft) {
    actor.mustBe(Role.MANAGER);
    var team = checked(TeamId.random(), draft);
    if (!rows.insert(team, clock.instant())) {
      throw Refusal.conflict("slug-taken", "The slug %s is taken".formatted(team.slug()));
    }
    audit.record(actor, clock.instant(), "team.created", object(team), null, team);
    return team;
  }

  /** Replaces everything but the slug. */
  @Transactional
  public Team updateTeam(Actor actor, String slug, TeamDraft draft) {
    actor.mustBe(Role.MANAGER);
    var before = teamNamed(slug);
    var asked =
        new TeamDraft(
            slug, draft.name(), draft.manager(), draft.deputy(), draft.parent(), draft.members());
    var after = checked(before.id(), asked);
    refuseCircle(after);
    rows.update(after);
    audit.record(actor, clock.instant(), "team.updated", object(after), before, after);
    return after;
  }

  /** Retires a team that owns no service. */
  @Transactional
  public void retireTeam(Actor actor, String slug) {
    actor.mustBe(Role.MANAGER);
    var team = teamNamed(slug);
    if (catalog.services().stream().anyMatch(service -> service.team().equals(team.id()))) {
      throw Refusal.conflict("owns-services", "The team %s owns services".formatted(slug));
    }
    rows.retire(team.id(), clock.instant());
    audit.record(actor, clock.instant(), "team.retired", object(team), team, null);
  }

  private Team checked(TeamId id, TeamDraft draft) {
    var slug = draft.slug() == null ? "" : draft.slug();
    var name = draft.name() == null ? "" : draft.name().strip();
    var faults = new Faults();
    faults.unless(Slug.fits(slug), "slug", Slug.RULE);
    faults.unless(
        !name.isEmpty() && name.length() <= TeamDraft.NAME_MAX,
        "name",
        "has 1 to %d characters".formatted(TeamDraft.NAME_MAX));
    faults.unless(
        draft.members().size() <= TeamDraft.MEMBERS_MAX,
        "members",
        "has up to %d".formatted(TeamDraft.MEMBERS_MAX));
    var manager = person(faults, "manager", draft.manager());
    var deputy = person(faults, "deputy", draft.deputy());
    var members = new LinkedHashSet<PersonId>();
    for (var handle : draft.members()) {
      var member = person(faults, "members", handle);
      if (member != null) {
        members.add(member);
      }
    }
    var parent = draft.parent() == null ? null : catalog.team(draft.parent()).orElse(null);
    faults.unless(draft.parent() == null || parent != null, "parent", "is no team");
    faults.refuse();
    return new Team(
        id, slug, name, manager, deputy, parent == null ? null : parent.id(), List.copyOf(members));
  }

  private @Nullable PersonId person(Faults faults, String field, @Nullable String handle) {
    if (handle == null) {
      return null;
    }
    var found = catalog.person(handle).filter(Person::active);
    faults.unless(found.isPresent(), field, "names nobody: %s".formatted(handle));
    return found.map(Person::id).orElse(null);
  }

  private void refuseCircle(Team team) {
    var above = team.parent();
    for (var generation = 0; above.isPresent(); generation++) {
      if (above.get().equals(team.id()) || generation > GENERATIONS_MAX) {
        throw Refusal.invalid("parent", "makes the team its own ancestor");
      }
      above = catalog.team(above.get()).flatMap(Team::parent);
    }
  }

  @Transactional
  public Service createService(Actor actor, ServiceDraft draft) {
    actor.mustBe(Role.MANAGER);
    var service = checked(ServiceId.random(), draft);
    var grouping = built(draft.grouping() == null ? Grouping.NONE : draft.grouping());
    if (!rows.insert(service, grouping, clock.instant())) {
      throw Refusal.conflict("slug-taken", "The slug %s is taken".formatted(service.slug()));
    }
    audit.record(actor, clock.instant(), "service.created", object(service), null, service);
    return service;
  }

  /** Replaces everything but the slug; a null grouping keeps what stands. */
  @Transactional
  public Service updateService(Actor actor, String slug, ServiceDraft draft) {
    actor.mustBe(Role.MANAGER);
    var before = serviceNamed(slug);
    var asked =
        new ServiceDraft(
            slug,
            draft.name(),
            draft.team(),
            draft.type(),
            draft.policy(),
            draft.tier(),
            draft.platformPart(),
            draft.grouping());
    var after = checked(before.id(), asked);
    var grouping = draft.grouping() == null ? groupings.of(before.id()) : draft.grouping();
    rows.update(after, built(grouping));
    audit.record(actor, clock.instant(), "service.updated", object(after), before, after);
    return after;
  }

  @Transactional
  public void retireService(Actor actor, String slug) {
    actor.mustBe(Role.MANAGER);
    var service = serviceNamed(slug);
    rows.retire(service.id(), clock.instant());
    audit.record(actor, clock.instant(), "service.retired", object(service), service, null);
  }

  private Service checked(ServiceId id, ServiceDraft draft) {
    var slug = draft.slug() == null ? "" : draft.slug();
    var name = draft.name() == null ? "" : draft.name().strip();
    var type = Objects.requireNonNullElse(draft.type(), "service");
    var tier = Objects.requireNonNullElse(draft.tier(), ServiceDraft.TIER_DEFAULT);
    var part = draft.platformPart();
    var team = draft.team() == null ? null : catalog.team(draft.team()).orElse(null);
    new Faults()
        .unless(Slug.fits(slug), "slug", Slug.RULE)
        .unless(
            !name.isEmpty() && name.length() <= ServiceDraft.NAME_MAX,
            "name",
            "has 1 to %d characters".formatted(ServiceDraft.NAME_MAX))
        .unless(team != null, "team", "is the slug of the team that owns the service")
        .unless(ServiceDraft.TYPES.contains(type), "type", "is service, website, worker or library")
        .unless(tier >= Service.TIER_MIN && tier <= Service.TIER_MAX, "tier", "is 1 to 4")
        .unless(
            part == null || ServiceDraft.PARTS.contains(part),
            "platformPart",
            "is router, runtime, build, data or region")
        .unless(draft.policy() == null || Slug.fits(draft.policy()), "policy", Slug.RULE)
        .refuse();
    var owner = Objects.requireNonNull(team).id();
    return new Service(id, slug, name, owner, type, tier, draft.policy(), part);
  }

  private static Grouping built(Grouping grouping) {
    return switch (grouping.mode()) {
      case NONE, BY_SENDER -> grouping;
      case BY_LABELS, BY_SERVICE ->
          throw Refusal.notBuilt("Grouping %s".formatted(grouping.mode()));
    };
  }

  private Person personNamed(String handle) {
    return catalog.person(handle).orElseThrow(() -> Refusal.notFound("The person " + handle));
  }

  private Team teamNamed(String slug) {
    return catalog.team(slug).orElseThrow(() -> Refusal.notFound("The team " + slug));
  }

  private Service serviceNamed(String slug) {
    return catalog.service(slug).orElseThrow(() -> Refusal.notFound("The service " + slug));
  }

  private static String object(Person person) {
    return "person/" + person.handle();
  }

  private static String object(Team team) {
    return "team/" + team.slug();
  }

  private static String object(Service service) {
    return "service/" + service.slug();
  }
}
