package farol.alerting.alert;

import static farol.alerting.alert.AlertHouse.resolve;
import static farol.alerting.alert.AlertHouse.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
  private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
  private final AlertHouse house = AlertHouse.in(TestDatabase.with("alerting"), clock);
  private final Actor ana = house.actor("ana");
  private final Actor bo = house.actor("bo");

  @Test
  void acknowledgesAndEndsTheLadder() {
    house.accept(trigger("k1"));

    acknowledge(ana);

    var alert = house.only();
    assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(alert.outcome()).isEqualTo(Outcome.ACKNOWLEDGED);
    assertThat(alert.acknowledgedBy()).isEqualTo(new PersonName("ana", "ana"));
    assertThat(house.escalation().told()).containsExactly("begin k1", "end ACKNOWLEDGED");
    assertThat(house.events())
        .contains(
            new AlertAcknowledged(alert.id(), alert.group(), ana.person().id(), clock.instant()));
  }

  @Test
  void changesNothingWhenTheSamePersonAcknowledgesTwice() {
    house.accept(trigger("k1"));
    acknowledge(ana);
    clock.advance(Duration.ofMinutes(1));
    acknowledge(ana);

    assertThat(house.only().acknowledgedAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(house.escalation().told()).hasSize(2);
  }

  @Test
  void letsASecondPersonTakeOver() {
    house.accept(trigger("k1"));
    acknowledge(ana);
    acknowledge(bo);

    assertThat(house.only().acknowledgedBy()).isEqualTo(new PersonName("bo", "bo"));
    assertThat(house.board().openGroups().getFirst().acknowledgedBy())
        .isEqualTo(new PersonName("bo", "bo"));
    assertThat(house.escalation().told()).hasSize(2);
  }

  @Test
  void beginsTheLadderAgainWhenAnAlertIsGivenBack() {
    house.accept(trigger("k1"));
    acknowledge(ana);

    house.commit(() -> house.desk().unacknowledge(ana, house.only().id()));

    assertThat(house.only().state()).isEqualTo(AlertState.TRIGGERED);
    assertThat(house.only().outcome()).isNull();
    assertThat(house.only().acknowledgedBy()).isNull();
    assertThat(house.escalation().told())
        .containsExactly("begin k1", "end ACKNOWLEDGED", "begin k1");
  }

  @Test
  void refusesWhatIsIllegalInTheStateThatStands() {
    house.accept(trigger("k1"));
    var id = house.only().id();
    assertRefused(409, () -> house.desk().unacknowledge(ana, id));

    house.commit(() -> house.desk().resolve(ana, id));

    assertThat(house.only().resolution()).isEqualTo(Resolution.PERSON);
    assertRefused(409, () -> house.desk().acknowledge(ana, id));
    assertRefused(409, () -> house.desk().unacknowledge(ana, id));
    assertRefused(409, () -> house.desk().resolve(ana, id));
    assertRefused(404, () -> house.desk().resolve(ana, AlertId.random()));
  }

  @Test
  void refusesAViewerButNotTheLinkSentToThem() {
    house.catalog().person("vi", Role.VIEWER);
    house.accept(trigger("k1"));
    var viewer = house.actor("vi");
    assertRefused(403, () -> acknowledge(viewer));

    var byLink = new Actor(viewer.person(), Actor.Via.LINK, null, "test");
    var group =
        house.committed(
            () -> house.groups().acknowledge(house.only().group(), byLink, clock.instant()));

    assertThat(group.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(group.acknowledgedBy()).isEqualTo(viewer.person().id());
  }

  @Test
  void tellsTheHistoryInOrder() {
    house.accept(trigger("k1"));
    acknowledge(ana);
    var id = house.only().id();
    house.commit(() -> house.desk().note(bo, id, "It was the cache"));
    house.accept(resolve("k1"));

    var events = house.board().events(id);

    assertThat(events)
        .extracting(AlertDetail.Event::type)
        .containsExactly("TRIGGERED", "ACKNOWLEDGED", "NOTE", "RESOLVED");
    assertThat(events.get(2).text()).isEqualTo("It was the cache");
    assertThat(events.get(2).person()).isEqualTo(new PersonName("bo", "bo"));
    assertRefused(422, () -> house.desk().note(bo, id, " "));
  }

  @Test
  void remembersThatEveryPassWentUnanswered() {
    house.accept(trigger("k1"));

    house.commit(() -> house.groups().exhausted(house.only().group(), clock.instant()));

    assertThat(house.only().outcome()).isEqualTo(Outcome.EXHAUSTED);
  }

  @Test
  void handsAnIncidentsGroupsUpOnce() {
    house.accept(trigger("k1"), trigger("k2"));
    var incident = IncidentId.random();
    house.commit(
        () -> house.links().link(List.of(house.alert("k1").id()), incident, clock.instant()));

    house.commit(() -> house.links().handUp(incident, clock.instant()));
    house.commit(() -> house.links().handUp(incident, clock.instant()));

    assertThat(house.alert("k1").outcome()).isEqualTo(Outcome.HANDED_UP);
    assertThat(house.alert("k1").incident()).isEqualTo(incident);
    assertThat(house.alert("k2").outcome()).isNull();
    assertThat(house.links().ofIncident(incident)).hasSize(1);
    assertThat(house.escalation().told())
        .containsExactlyInAnyOrder("begin k1", "begin k2", "end HANDED_UP");
  }

  @Test
  void raisesAlertsAboutTheHouseEvenWhenNobodyMadeAServiceForIt() {
    var raised =
        new InternalAlerts.Raised(
            "commander-wanted",
            null,
            Severity.CRITICAL,
            "INC-1 has no commander",
            "commander-ladder",
            IncidentId.random(),
            "/incidents/1");

    var id = house.committed(() -> house.internal().raise(raised, clock.instant()));
    var again = house.committed(() -> house.internal().raise(raised, clock.instant()));

    assertThat(again).isEqualTo(id);
    assertThat(house.only().count()).isEqualTo(2);
    assertThat(house.only().service().slug()).isEqualTo("farol");
    var group = house.escalation().begun().getFirst();
    assertThat(group.policySlug()).isEqualTo("commander-ladder");
    assertThat(group.viewPath()).isEqualTo("/incidents/1");
    assertThat(group.incidentId()).isEqualTo(raised.incident());

    house.commit(() -> house.internal().resolve("commander-wanted", clock.instant()));
    house.commit(() -> house.internal().raise(raised, clock.instant()));

    assertThat(house.escalation().told())
        .containsExactly("begin commander-wanted", "end RESOLVED", "begin commander-wanted");
  }

  @Test
  void takesInAlertsThatAreOverWithoutPagingAnybody() {
    var at = clock.instant().minus(Duration.ofDays(2));
    var course =
        new AlertArchive.Course(at, ana.person().id(), at.plusSeconds(60), at.plusSeconds(600));

    house.commit(
        () ->
            house
                .archive()
                .add(house.catalog().admin(), house.integration(), trigger("k1"), course));

    var alert = house.only();
    assertThat(alert.acceptedAt()).isEqualTo(at);
    assertThat(alert.acknowledgedBy()).isEqualTo(new PersonName("ana", "ana"));
    assertThat(alert.resolvedAt()).isEqualTo(at.plusSeconds(600));
    assertThat(alert.outcome()).isEqualTo(Outcome.ACKNOWLEDGED);
    assertThat(house.board().openGroups()).isEmpty();
    assertThat(house.board().counts().open()).isEmpty();
    assertThat(house.escalation().told()).isEmpty();
    assertThat(house.events()).isEmpty();
  }

  private void acknowledge(Actor actor) {
    house.commit(() -> house.desk().acknowledge(actor, house.only().id()));
  }

  private static void assertRefused(int status, Runnable command) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(command::run)
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
