package farol.alerting.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.alerting.door.Refusal;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

class CatalogDeskTest {
  private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
  private final TestDatabase database = TestDatabase.with("alerting");
  private final TestCatalog house = TestCatalog.in(database, clock);
  private final Catalog catalog = house.catalog();
  private final CatalogDesk desk = house.desk();

  @Test
  void givesBackWhatWasCreated() {
    var ana = house.person("ana", Role.RESPONDER);
    var lia = house.person("lia", Role.MANAGER);
    var routing = house.team("routing", "lia", "ana");
    var router = house.service("router", "routing");

    assertThat(catalog.person("ana")).contains(ana);
    assertThat(catalog.person(lia.id())).contains(lia);
    assertThat(catalog.people()).extracting(Person::handle).containsExactly("admin", "ana", "lia");
    assertThat(catalog.team("routing")).contains(routing);
    assertThat(routing.members()).containsExactly(ana.id());
    assertThat(routing.manager()).contains(lia.id());
    assertThat(catalog.services()).containsExactly(router);
    assertThat(catalog.service(router.id())).contains(router);
  }

  @Test
  void namesEveryWrongField() {
    var draft = new PersonDraft("Ana!", "", "nowhere", "Mars/Olympus", null, null);

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> desk.createPerson(house.admin(), draft))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.errors())
                  .extracting(Refusal.FieldError::field)
                  .containsExactly("handle", "name", "email", "timeZone");
            });
  }

  @Test
  void refusesATakenHandleAndATakenSlug() {
    house.person("lia", Role.MANAGER);
    house.team("routing", "lia");

    assertRefused(409, () -> house.person("lia", Role.VIEWER));
    assertRefused(409, () -> house.team("routing", "lia"));
  }

  @Test
  void refusesWhoMayNot() {
    house.person("ana", Role.RESPONDER);
    var ana = house.actor("ana");
    var team = new TeamDraft("data", "Data", null, null, null, List.of());

    assertRefused(403, () -> desk.createTeam(ana, team));
    assertRefused(
        403,
        () ->
            desk.createPerson(
                ana, new PersonDraft("bo", "Bo", "bo@example.com", null, null, null)));
  }

  @Test
  void refusesATeamOfStrangersAndAServiceWithoutOwner() {
    assertRefused(422, () -> house.team("routing", "nobody"));
    assertRefused(422, () -> house.service("router", "nobody"));
  }

  @Test
  void letsNobodyBecomeFirstTwice() {
    assertRefused(
        409,
        () ->
            desk.createFirstAdministrator(
                new PersonDraft("eve", "Eve", "eve@example.com", null, null, null), "test"));
  }

  @Test
  void countsAnAbsenceFromItsFirstInstantToBeforeItsLast() {
    var ana = house.person("ana", Role.RESPONDER);
    var from = Instant.parse("2026-03-03T00:00:00Z");
    var to = from.plus(Duration.ofDays(2));

    desk.putAbsences(house.actor("ana"), "ana", List.of(new Absence(from, to, "leave")));

    assertThat(catalog.absentAt(ana.id(), from.minusMillis(1))).isFalse();
    assertThat(catalog.absentAt(ana.id(), from)).isTrue();
    assertThat(catalog.absentAt(ana.id(), to.minusMillis(1))).isTrue();
    assertThat(catalog.absentAt(ana.id(), to)).isFalse();
  }

  @Test
  void retiresInsteadOfDeleting() {
    var ana = house.person("ana", Role.RESPONDER);
    house.team("routing", "ana");
    house.service("router", "routing");

    assertRefused(409, () -> desk.retireTeam(house.admin(), "routing"));
    desk.retireService(house.admin(), "router");
    desk.retireTeam(house.admin(), "routing");
    desk.retirePerson(house.admin(), "ana");

    assertThat(catalog.person(ana.id())).map(Person::active).contains(false);
    assertThat(catalog.people()).extracting(Person::handle).containsExactly("admin");
    assertThat(catalog.teams()).isEmpty();
    assertThat(catalog.services()).isEmpty();
  }

  @Test
  void refusesATeamThatIsItsOwnAncestor() {
    house.person("lia", Role.MANAGER);
    house.team("routing", "lia");
    desk.createTeam(house.admin(), new TeamDraft("edge", "Edge", null, null, "routing", List.of()));

    assertRefused(
        422,
        () ->
            desk.updateTeam(
                house.admin(),
                "routing",
                new TeamDraft("routing", "Routing", null, null, "edge", List.of())));
  }

  @Test
  void keepsAnAuditTrailThatNobodyCanRewrite() {
    house.person("ana", Role.RESPONDER);

    var actions =
        database
            .jdbc()
            .sql(
                "select who || ' ' || action || ' ' || object from alerting.audit_entry order by id")
            .query(String.class)
            .list();

    assertThat(actions)
        .containsExactly("admin person.created person/admin", "admin person.created person/ana");
    assertThatExceptionOfType(UncategorizedSQLException.class)
        .isThrownBy(() -> database.jdbc().sql("delete from alerting.audit_entry").update());
  }

  private static void assertRefused(int status, Runnable command) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(command::run)
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
