package farol.alerting.notify;

import static farol.alerting.notify.PagingHouse.target;
import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertState;
import farol.alerting.notify.AcknowledgeByLink.Outcome;
import farol.alerting.storage.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link of a page: looked at as often as scanners like, good for one acknowledgement. */
class AcknowledgeByLinkTest {
  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final PagingHouse house = PagingHouse.open(clock, Map.of());
  private final AcknowledgeByLink byLink = house.bean(AcknowledgeByLink.class);

  @BeforeEach
  void ladder() {
    house.ladder("one", 1, target("PERSON", "ana"), target("PERSON", "bo"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aLookChangesNothingAndAPressAcknowledgesAsThatPerson() {
    var group = trigger();
    var token = token(group);

    assertThat(byLink.look(token)).isInstanceOf(Outcome.Open.class);
    assertThat(byLink.look(token)).isInstanceOf(Outcome.Open.class);
    assertThat(state(group)).isEqualTo(AlertState.TRIGGERED);

    assertThat(byLink.press(token, "test"))
        .isInstanceOfSatisfying(
            Outcome.Stands.class,
            stands -> {
              assertThat(stands.byThisPress()).isTrue();
              assertThat(stands.holder().orElseThrow().handle()).isEqualTo("ana");
            });
    assertThat(state(group)).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(house.pages(group).getFirst().state()).isEqualTo("VERIFIED");
  }

  @Test
  void aUsedLinkSaysWhatStands() {
    var group = trigger();
    byLink.press(token(group), "test");
    house.groups().change(group.id(), AlertState.TRIGGERED, null);

    assertThat(byLink.look(token(group))).isInstanceOf(Outcome.Stands.class);
    assertThat(byLink.press(token(group), "test"))
        .isInstanceOfSatisfying(
            Outcome.Stands.class, stands -> assertThat(stands.byThisPress()).isFalse());
    assertThat(state(group)).isEqualTo(AlertState.TRIGGERED);
  }

  @Test
  void aLinkDoesNotTakeTheAlertFromWhoHasIt() {
    var group = trigger();
    house.groups().acknowledge(group.id(), house.people().actor("bo"), clock.instant());

    assertThat(byLink.press(token(group), "test"))
        .isInstanceOfSatisfying(
            Outcome.Stands.class,
            stands -> assertThat(stands.holder().orElseThrow().handle()).isEqualTo("bo"));
  }

  @Test
  void aLinkIsTooOldAfterADay() {
    var group = trigger();
    var token = token(group);
    clock.advance(Duration.ofHours(24));

    assertThat(byLink.look(token)).isInstanceOf(Outcome.Expired.class);
    assertThat(byLink.press(token, "test")).isInstanceOf(Outcome.Expired.class);
    assertThat(state(group)).isEqualTo(AlertState.TRIGGERED);
  }

  @Test
  void aForgedOrCutLinkLeadsNowhere() {
    var group = trigger();
    var token = token(group);
    var changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

    assertThat(byLink.press(changed, "test")).isInstanceOf(Outcome.Unknown.class);
    assertThat(byLink.press(token.substring(4), "test")).isInstanceOf(Outcome.Unknown.class);
    assertThat(byLink.press("not base64!", "test")).isInstanceOf(Outcome.Unknown.class);
    assertThat(byLink.press("", "test")).isInstanceOf(Outcome.Unknown.class);
    assertThat(state(group)).isEqualTo(AlertState.TRIGGERED);
  }

  @Test
  void theKeyIsMadeOnceForAllNodesAndKeptSealed() {
    var token = token(trigger());

    try (var second = house.secondNode()) {
      assertThat(second.bean(AcknowledgeByLink.class).look(token)).isInstanceOf(Outcome.Open.class);
    }
  }

  private AlertGroup trigger() {
    var group = house.trigger("one");
    house.climb();
    return group;
  }

  private AlertState state(AlertGroup group) {
    return house.groups().group(group.id()).orElseThrow().state();
  }

  private String token(AlertGroup group) {
    var ana = house.people().catalog().person("ana").orElseThrow().id();
    var page = new PageId(house.pages(group).getFirst().id());
    return house.bean(AcknowledgeLinks.class).token(group.id(), ana, page, clock.instant());
  }
}
