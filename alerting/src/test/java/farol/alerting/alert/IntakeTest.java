package farol.alerting.alert;

import static farol.alerting.alert.AlertHouse.resolve;
import static farol.alerting.alert.AlertHouse.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final Instant START = Instant.parse("2026-03-02T08:59:00Z");

  private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
  private final TestDatabase database = TestDatabase.with("alerting");
  private final AlertHouse house = AlertHouse.in(database, clock);

  @Test
  void opensAnAlertAndBeginsItsLadderInOneCommit() {
    var accepted = house.accept(trigger("k1"));

    var alert = house.only();
    assertThat(accepted).containsExactly(new Accepted("k1", alert.id()));
    assertThat(alert.state()).isEqualTo(AlertState.TRIGGERED);
    assertThat(alert.outcome()).isNull();
    assertThat(alert.acceptedAt()).isEqualTo(clock.instant());
    assertThat(house.escalation().told()).containsExactly("begin k1");
    assertThat(house.events())
        .containsExactly(
            new AlertTriggered(
                alert.id(),
                alert.group(),
                alert.number(),
                alert.service().id(),
                Severity.CRITICAL,
                "k1 is down",
                clock.instant()));
    assertThat(house.signals()).isEqualTo(1);
  }

  @Test
  void keepsNothingWhenTheCommitFails() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                house.commit(
                    () -> {
                      house.accept(trigger("k1"));
                      throw new IllegalStateException("before the commit");
                    }));

    assertThat(house.board().alerts(AlertFilter.ALL, 10, null).items()).isEmpty();
    assertThat(house.signals()).isZero();
  }

  @Test
  void countsRepeatsAndPagesOnce() {
    house.accept(trigger("k1"));
    clock.advance(Duration.ofSeconds(30));
    house.accept(trigger("k1", Severity.INFO, null, null));

    var alert = house.only();
    assertThat(alert.count()).isEqualTo(2);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.lastSeenAt()).isEqualTo(clock.instant());
    assertThat(house.escalation().told()).containsExactly("begin k1");
    assertThat(house.signals()).isEqualTo(2);
  }

  @Test
  void countsTheSameNewsToldTwiceOnce() {
    house.accept(trigger("k1", Severity.ERROR, null, START));
    house.accept(trigger("k1", Severity.ERROR, null, START));
    assertThat(house.only().count()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(6));
    house.accept(trigger("k1", Severity.ERROR, null, START));

    assertThat(house.only().count()).isEqualTo(2);
  }

  @Test
  void resolvesAndEndsTheLadder() {
    house.accept(trigger("k1"));
    clock.advance(Duration.ofMinutes(1));
    house.accept(resolve("k1"));

    var alert = house.only();
    assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(alert.resolution()).isEqualTo(Resolution.SENDER);
    assertThat(alert.outcome()).isEqualTo(Outcome.RESOLVED);
    assertThat(house.escalation().told()).containsExactly("begin k1", "end RESOLVED");
    assertThat(house.events())
        .contains(new AlertResolved(alert.id(), alert.group(), clock.instant()));
  }

  @Test
  void recordsAResolveOfAnUnknownKeyWithoutAnAlert() {
    var accepted = house.accept(resolve("never-seen"));

    assertThat(accepted).containsExactly(new Accepted("never-seen", null));
    assertThat(house.board().alerts(AlertFilter.ALL, 10, null).items()).isEmpty();
    assertThat(house.signals()).isEqualTo(1);
  }

  @Test
  void pagesNobodyForATriggerResolvedInItsOwnBatch() {
    house.accept(trigger("k1"), resolve("k1"));

    assertThat(house.only().outcome()).isEqualTo(Outcome.RESOLVED);
    assertThat(house.escalation().told()).isEmpty();
  }

  @Test
  void letsLateNewsLose() {
    var endsAt = START.plusSeconds(60);
    house.accept(trigger("k1", Severity.ERROR, null, START));
    house.accept(trigger("k1", Severity.ERROR, null, START));
    house.accept(new News.Resolve("k1", endsAt, "{}"));
    house.accept(trigger("k1", Severity.ERROR, null, START));

    var alert = house.only();
    assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(house.escalation().told()).containsExactly("begin k1", "end RESOLVED");
    assertThat(house.board().events(alert.id()))
        .extracting(AlertDetail.Event::type)
        .containsExactly("TRIGGERED", "RESOLVED", "LATE");
  }

  @Test
  void ignoresAResolveOlderThanTheFiring() {
    house.accept(trigger("k1", Severity.ERROR, null, START));
    house.accept(new News.Resolve("k1", START.minusSeconds(1), "{}"));

    assertThat(house.only().state()).isEqualTo(AlertState.TRIGGERED);
  }

  @Test
  void reopensInsideTheWindowWithoutASecondPage() {
    house.accept(trigger("k1"));
    var first = house.only();
    house.story().paged(first.group(), first.id(), "ana", clock.instant());
    house.accept(resolve("k1"));
    clock.advance(Duration.ofMinutes(2));
    house.accept(trigger("k1"));

    var again = house.only();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.flapCount()).isEqualTo(1);
    assertThat(again.state()).isEqualTo(AlertState.TRIGGERED);
    assertThat(again.outcome()).isNull();
    assertThat(house.escalation().told()).containsExactly("begin k1", "end RESOLVED");
  }

  @Test
  void pagesAReopenedAlertOnceTheWindowOfItsLastPageIsOver() {
    house.accept(trigger("k1"));
    var first = house.only();
    house.story().paged(first.group(), first.id(), "ana", clock.instant());
    house.accept(resolve("k1"));
    clock.advance(Duration.ofMinutes(2));
    house.accept(trigger("k1"));

    clock.advance(Duration.ofMinutes(3).minusMillis(1));
    house.commit(house.flapWorker()::tick);
    assertThat(house.escalation().begun()).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    house.commit(house.flapWorker()::tick);
    house.commit(house.flapWorker()::tick);

    assertThat(house.escalation().begun()).hasSize(2);
  }

  @Test
  void opensANewAlertAfterTheWindow() {
    house.accept(trigger("k1"));
    house.accept(resolve("k1"));
    clock.advance(Duration.ofMinutes(5));
    house.accept(trigger("k1"));

    assertThat(house.board().alerts(AlertFilter.ALL, 10, null).items()).hasSize(2);
    assertThat(house.escalation().begun()).hasSize(2);
  }

  @Test
  void staysAcknowledgedWhenItFiresAgainSoon() {
    house.accept(trigger("k1"));
    house.commit(() -> house.desk().acknowledge(house.actor("ana"), house.only().id()));
    house.accept(resolve("k1"));
    clock.advance(Duration.ofMinutes(1));
    house.accept(trigger("k1"));

    assertThat(house.only().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(house.escalation().begun()).hasSize(1);
  }

  @Test
  void takesTheAcknowledgementOfASender() {
    house.accept(trigger("k1"));
    house.accept(new News.Acknowledge("k1", null, "{}"));

    assertThat(house.only().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(house.only().acknowledgedBy()).isNull();
    assertThat(house.escalation().told()).containsExactly("begin k1", "end ACKNOWLEDGED");
  }

  @Test
  void opensOneAlertHoweverManyNodesAreTold() throws Exception {
    var nodes = List.of(house, house.node(clock));
    var start = new CyclicBarrier(8);
    try (var senders = Executors.newFixedThreadPool(8)) {
      var told =
          IntStream.range(0, 8)
              .mapToObj(
                  sender ->
                      senders.submit(
                          (Callable<List<Accepted>>)
                              () -> {
                                start.await();
                                return nodes.get(sender % 2).accept(trigger("k1"), trigger("k0"));
                              }))
              .toList();
      for (var accepted : told) {
        accepted.get();
      }
    }

    assertThat(house.alert("k0").count()).isEqualTo(8);
    assertThat(house.alert("k1").count()).isEqualTo(8);
    assertThat(house.board().alerts(AlertFilter.ALL, 10, null).items()).hasSize(2);
    var begun = nodes.stream().mapToInt(node -> node.escalation().begun().size()).sum();
    assertThat(begun).isEqualTo(2);
    assertThat(house.signals()).isEqualTo(16);
  }

  @Test
  void bearsTriggersAndResolvesOfOneKeyAtOnce() throws Exception {
    var gate = house.gate();
    try (var senders = Executors.newFixedThreadPool(6)) {
      var told =
          IntStream.range(0, 200)
              .mapToObj(
                  turn ->
                      senders.submit(
                          () ->
                              gate.accept(
                                  house.integration(),
                                  IntegrationKind.PAGERDUTY,
                                  List.of(turn % 2 == 0 ? trigger("k1") : resolve("k1")))))
              .toList();
      for (var accepted : told) {
        accepted.get();
      }
    }

    house.accept(resolve("k1"));
    assertThat(house.only().state()).isEqualTo(AlertState.RESOLVED);
    assertThat(house.signals()).isEqualTo(201);
  }
}
