package farol.alerting.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.TestCatalog;
import farol.alerting.door.Refusal;
import farol.alerting.oncall.ScheduleDraft.LayerDraft;
import farol.alerting.oncall.ScheduleDraft.RotationDraft;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules kept in a real database: versions, overrides, and who is on call. */
class ScheduleDeskTest {
  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final TestDatabase database = TestDatabase.with("alerting");
  private final TestCatalog people = TestCatalog.in(database, clock);
  private final JdbcSchedules schedules = new JdbcSchedules(database.jdbc());
  private final ScheduleDesk desk =
      new ScheduleDesk(schedules, people.catalog(), people.audit(), clock);
  private final ScheduledOnCall onCall = new ScheduledOnCall(schedules, people.catalog());

  @BeforeEach
  void fill() {
    Stream.of("ana", "bo", "cy", "dee").forEach(name -> people.person(name, Role.RESPONDER));
    people.person("lia", Role.MANAGER);
    people.person("max", Role.MANAGER);
    people.team("routing", "lia", "ana", "bo");
    create("routing-primary", null, weekly("ana", "bo", "cy"));
  }

  @Test
  void saysWhoIsOnCallSinceWhenAndUntil() {
    var entries = onCall.at(clock.instant());

    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().person()).isEqualTo(person("ana"));
    assertThat(entries.getFirst().since()).isEqualTo("2026-03-02T14:00:00Z");
    assertThat(entries.getFirst().until()).isEqualTo("2026-03-09T13:00:00Z");
    assertThat(entries.getFirst().team()).isEqualTo("routing");
    assertThat(onCall.at(Instant.parse("2025-01-01T00:00:00Z"))).isEmpty();
    assertThat(onCall.at("elsewhere", clock.instant())).isEmpty();
  }

  @Test
  void aNewOrderHoldsFromTheNextHandoffAndLeavesThePastAsItWas() {
    clock.set(Instant.parse("2026-03-18T12:00:00Z"));
    var before = pastShifts();

    var changed =
        desk.update(
            people.actor("lia"), "routing-primary", null, weekly("dee", "ana", "bo", "cy"), null);

    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.effectiveFrom()).isEqualTo("2026-03-23T13:00:00Z");
    assertThat(onCall.at(clock.instant()).getFirst().person()).isEqualTo(person("cy"));
    assertThat(pastShifts()).isEqualTo(before);
  }

  @Test
  void aLaterEditSupersedesOneThatHasNotTakenEffect() {
    desk.update(people.admin(), "routing-primary", null, weekly("bo"), null);
    desk.update(people.admin(), "routing-primary", null, weekly("dee"), "now");

    assertThat(onCall.at(clock.instant()).getFirst().person()).isEqualTo(person("dee"));
    assertThat(onCall.at(Instant.parse("2026-06-01T00:00:00Z")).getFirst().person())
        .isEqualTo(person("dee"));
  }

  @Test
  void overridesApplyInOrderOfCreationAndByWhomTheyConcern() {
    desk.override(people.actor("ana"), "routing-primary", replace("ana", "bo"));
    desk.override(people.actor("lia"), "routing-primary", replace("bo", "cy"));

    var held = onCall.at(clock.instant());

    assertThat(held).extracting(OnCall.Entry::person).containsExactly(person("cy"));
    assertThat(held.getFirst().source()).isEqualTo("OVERRIDE");
    assertThatThrownBy(
            () -> desk.override(people.actor("dee"), "routing-primary", replace("ana", "bo")))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(403));
  }

  @Test
  void refusesStrangersDoublesAndOtherTeams() {
    assertThatThrownBy(() -> create("other", null, weekly("ana", "nobody")))
        .hasMessageContaining("nobody called nobody");
    assertThatThrownBy(() -> create("routing-primary", null, weekly("ana")))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(409));
    assertThatThrownBy(
            () -> desk.update(people.actor("max"), "routing-primary", null, weekly("bo"), "now"))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(403));
  }

  @Test
  void knowsTheRotationTeamAndTheScheduleOfCommanders() {
    create("incident-command", OnCall.INCIDENT_COMMANDER, weekly("dee"));

    assertThat(onCall.rotationTeam("routing-primary", clock.instant()))
        .containsExactly(person("ana"), person("bo"), person("cy"));
    assertThat(onCall.scheduleWithPurpose(OnCall.INCIDENT_COMMANDER)).contains("incident-command");
  }

  @Test
  void aStartThatTheClocksSkipIsRefusedWithBothCandidates() {
    var skipped = layer("America/Chicago", "2026-03-08T02:30", List.of(List.of("ana")));

    assertThatThrownBy(
            () ->
                ScheduleDesk.preview(
                    skipped,
                    List.of(),
                    Instant.parse("2026-03-01T00:00:00Z"),
                    Instant.parse("2026-04-01T00:00:00Z")))
        .hasMessageContaining("schedule.layers[0].rotation.start")
        .hasMessageContaining("2026-03-08T01:30-06:00 or 2026-03-08T03:30-05:00");
  }

  private List<Shift> pastShifts() {
    return desk.shifts("routing-primary", Instant.parse("2026-02-18T12:00:00Z"), clock.instant())
        .shifts();
  }

  private void create(String slug, @Nullable String purpose, ScheduleDraft draft) {
    desk.create(people.admin(), slug, slug, "routing", purpose, draft);
  }

  private static OverrideDraft replace(String remove, String add) {
    return new OverrideDraft(
        "REPLACE",
        Instant.parse("2026-03-04T00:00:00Z"),
        Instant.parse("2026-03-05T00:00:00Z"),
        remove,
        add);
  }

  private static ScheduleDraft weekly(String... people) {
    return layer("America/New_York", "2026-03-02T09:00", Stream.of(people).map(List::of).toList());
  }

  private static ScheduleDraft layer(String zone, String start, List<List<String>> slots) {
    return new ScheduleDraft(
        zone,
        List.of(
            new LayerDraft(
                "primary",
                null,
                null,
                null,
                null,
                new RotationDraft("WEEK", 1, start, slots, null),
                null)));
  }

  private PersonId person(String handle) {
    return people.catalog().person(handle).orElseThrow().id();
  }
}
