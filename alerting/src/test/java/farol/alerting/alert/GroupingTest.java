package farol.alerting.alert;

import static farol.alerting.alert.AlertHouse.resolve;
import static farol.alerting.alert.AlertHouse.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.catalog.Grouping;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private final AlertHouse house =
      AlertHouse.in(
          TestDatabase.with("alerting"),
          SettableClock.at("2026-03-02T09:00:00Z"),
          new Grouping(Grouping.Mode.BY_SENDER, List.of(), null, null));

  @Test
  void pagesOnceForTheAlertsOfOneSenderGroup() {
    house.accept(grouped("k1", Severity.ERROR), grouped("k2", Severity.ERROR));
    house.accept(grouped("k3", Severity.CRITICAL));

    assertThat(house.escalation().begun()).hasSize(1);
    assertThat(house.alert("k1").groupSize()).isEqualTo(3);
    assertThat(house.alert("k3").outcome()).isEqualTo(Outcome.JOINED);
    var open = house.board().openGroups();
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(open.getFirst().size()).isEqualTo(3);
  }

  @Test
  void staysOpenWithOneWhenTwoOfThreeResolve() {
    house.accept(
        grouped("k1", Severity.ERROR),
        grouped("k2", Severity.ERROR),
        grouped("k3", Severity.ERROR));
    house.accept(resolve("k1"), resolve("k3"));
    assertThat(house.escalation().told()).containsExactly("begin k1");

    house.accept(resolve("k2"));

    assertThat(house.escalation().told()).containsExactly("begin k1", "end RESOLVED");
  }

  @Test
  void pagesAnAcknowledgedGroupAgainOnlyForWorse() {
    house.accept(grouped("k1", Severity.ERROR));
    house.commit(() -> house.desk().acknowledge(house.actor("ana"), house.alert("k1").id()));

    house.accept(grouped("k2", Severity.WARNING));
    assertThat(house.escalation().begun()).hasSize(1);
    assertThat(house.alert("k2").state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(house.alert("k2").outcome()).isEqualTo(Outcome.JOINED);

    house.accept(grouped("k3", Severity.CRITICAL));
    assertThat(house.escalation().begun()).hasSize(2);
    assertThat(house.escalation().begun().getLast().cause()).isEqualTo(house.alert("k3").id());
    assertThat(house.alert("k3").state()).isEqualTo(AlertState.TRIGGERED);
  }

  @Test
  void acknowledgesTheWholeGroup() {
    house.accept(grouped("k1", Severity.ERROR), grouped("k2", Severity.ERROR));

    house.commit(() -> house.desk().acknowledge(house.actor("ana"), house.alert("k2").id()));

    assertThat(house.alert("k1").state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(house.escalation().told()).containsExactly("begin k1", "end ACKNOWLEDGED");
  }

  @Test
  void opensANewGroupOnceTheFormerIsOver() {
    house.accept(grouped("k1", Severity.ERROR));
    var first = house.alert("k1").group();
    house.accept(resolve("k1"));
    house.accept(grouped("k2", Severity.ERROR));

    assertThat(house.alert("k2").group()).isNotEqualTo(first);
    assertThat(house.escalation().begun()).hasSize(2);
  }

  private static News.Trigger grouped(String key, Severity severity) {
    return trigger(key, severity, "{}:{job=\"router\"}", null);
  }
}
