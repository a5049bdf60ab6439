package farol.alerting.catalog.web;

import farol.alerting.catalog.Absence;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.CatalogDesk;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonDraft;
import farol.alerting.catalog.Role;
import farol.alerting.door.Faults;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.door.Words;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
class PeopleController {
  /** A person as the door shows them; {@code email} only to themselves, managers and admins. */
  record PersonJson(
      String handle,
      String name,
      @Nullable String email,
      String timeZone,
      String locale,
      List<Role> roles,
      boolean active) {
    static PersonJson of(Actor actor, Person person) {
      var sees = person.id().equals(actor.person().id()) || actor.may(Role.MANAGER);
      return new PersonJson(
          person.handle(),
          person.name(),
          sees ? person.email() : null,
          person.zone().getId(),
          person.locale().toLanguageTag(),
          List.of(person.role()),
          person.active());
    }
  }

  /** What {@code POST} takes. */
  record NewPerson(
      @Nullable String handle,
      @Nullable String name,
      @Nullable String email,
      @Nullable String timeZone,
      @Nullable String locale,
      @Nullable List<String> roles) {
    PersonDraft draft() {
      return new PersonDraft(handle, name, email, timeZone, locale, highest());
    }

    /** Each role includes those below it, so the highest says it all. */
    private @Nullable Role highest() {
      return roles == null
          ? null
          : roles.stream()
              .map(role -> Objects.requireNonNull(Words.read("roles", role, Role.class)))
              .max(Comparator.naturalOrder())
              .orElse(null);
    }
  }

  record AbsenceJson(@Nullable Instant from, @Nullable Instant to, @Nullable String reason) {
    static AbsenceJson of(Absence absence) {
      return new AbsenceJson(absence.from(), absence.to(), absence.reason());
    }

    Absence checked() {
      new Faults()
          .unless(from != null, "items.from", "is an instant")
          .unless(to != null, "items.to", "is an instant")
          .unless(from == null || to == null || to.isAfter(from), "items.to", "is later than from")
          .unless(
              reason == null || reason.length() <= Absence.REASON_MAX,
              "items.reason",
              "has up to %d characters".formatted(Absence.REASON_MAX))
          .refuse();
      return new Absence(Objects.requireNonNull(from), Objects.requireNonNull(to), reason);
    }
  }

  record Absences(@Nullable List<AbsenceJson> items) {}

  private final Catalog catalog;
  private final CatalogDesk desk;

  PeopleController(Catalog catalog, CatalogDesk desk) {
    this.catalog = catalog;
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<PersonJson> create(Actor actor, @RequestBody NewPerson asked) {
    var person = desk.createPerson(actor, asked.draft());
    return ResponseEntity.created(URI.create("/api/v1/people/" + person.handle()))
        .body(PersonJson.of(actor, person));
  }

  @GetMapping
  Items<PersonJson> all(Actor actor) {
    return Items.all(
        catalog.people().stream().map(person -> PersonJson.of(actor, person)).toList());
  }

  @GetMapping("/{handle}")
  PersonJson one(Actor actor, @PathVariable String handle) {
    return PersonJson.of(actor, person(handle));
  }

  @GetMapping("/{handle}/absences")
  Items<AbsenceJson> absences(Actor actor, @PathVariable String handle) {
    return told(desk.absences(person(handle).id()));
  }

  @PutMapping("/{handle}/absences")
  Items<AbsenceJson> put(Actor actor, @PathVariable String handle, @RequestBody Absences asked) {
    if (asked.items() == null) {
      throw Refusal.invalid("items", "is the list of absences");
    }
    var absences = asked.items().stream().map(AbsenceJson::checked).toList();
    return told(desk.putAbsences(actor, handle, absences));
  }

  private static Items<AbsenceJson> told(List<Absence> absences) {
    return Items.all(absences.stream().map(AbsenceJson::of).toList());
  }

  private Person person(String handle) {
    return catalog
        .person(handle)
        .orElseThrow(() -> Refusal.notFound("The person %s".formatted(handle)));
  }
}
