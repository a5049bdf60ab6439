package farol.alerting.escalation;

import static farol.alerting.notify.PagingHouse.target;
import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory;
import farol.alerting.catalog.Absence;
import farol.alerting.catalog.TeamDraft;
import farol.alerting.notify.PagingHouse;
import farol.alerting.storage.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ladders on a real database, in virtual time. */
class LadderTest {
  private static final Duration WAIT = Duration.ofMinutes(5);

  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final PagingHouse house = PagingHouse.open(clock, Map.of());

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void climbsFromWhoIsOnCallToTheTeamTheManagerTheCommanderAndTheLastResort() {
    standardLadder(1);
    var group = house.trigger("routing-ladder");

    house.climb();
    assertThat(house.paged(group)).containsExactly("1.1 ana");
    clock.advance(WAIT.minusSeconds(1));
    house.climb();
    assertThat(house.paged(group)).hasSize(1);
    house.pass(Duration.ofSeconds(1));
    assertThat(house.paged(group)).endsWith("1.2 ana", "1.2 bo", "1.2 cy");
    house.pass(WAIT);
    assertThat(house.paged(group)).endsWith("1.3 lia");
    house.pass(WAIT);
    assertThat(house.paged(group)).endsWith("1.4 eva");
    house.pass(WAIT);
    assertThat(house.paged(group)).endsWith("1.0 pia").hasSize(7);
    assertThat(house.groups().exhausted()).containsExactly(group.id());
    house.pass(Duration.ofMinutes(30));
    assertThat(house.paged(group)).endsWith("1.0 pia", "1.0 pia").hasSize(8);
  }

  @Test
  void aLevelFiresOnceHoweverManyWorkersTick() throws Exception {
    standardLadder(1);
    try (var second = house.secondNode();
        var threads = Executors.newFixedThreadPool(8)) {
      var triggered =
          IntStream.range(0, 20).mapToObj(_ -> house.trigger("routing-ladder")).toList();

      var ticks =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? house : second).climb()))
              .toList();
      for (var tick : ticks) {
        tick.get();
      }

      triggered.forEach(group -> assertThat(house.paged(group)).containsExactly("1.1 ana"));
    }
  }

  @Test
  void emptyLevelsHandUpInTheSameMomentWithTheReasonInTheLedger() {
    house
        .people()
        .desk()
        .createTeam(
            house.people().admin(), new TeamDraft("vacant", "Vacant", null, null, null, List.of()));
    house.ladder(
        "e06",
        1,
        target("ON_CALL", "routing-primary"),
        target("TEAM_MANAGER", "vacant"),
        target("PERSON", "eva"));
    clock.set(Instant.parse("2026-03-01T12:00:00Z"));
    var group = house.trigger("e06");

    house.climb();

    assertThat(house.paged(group)).containsExactly("1.3 eva");
    assertThat(house.pages(group))
        .extracting(AlertStory.PageLine::reason)
        .containsExactlyInAnyOrder(
            "level 1 means nobody: nobody is on call in routing-primary",
            "level 2 means nobody: team vacant has no manager and no deputy",
            null);
  }

  @Test
  void theAbsentDropOutWithAReason() {
    house.ladder("team", 1, target("ROTATION_TEAM", "routing-primary"));
    house
        .people()
        .desk()
        .putAbsences(
            house.people().admin(),
            "bo",
            List.of(new Absence(clock.instant(), clock.instant().plusSeconds(3_600), null)));
    var group = house.trigger("team");

    house.climb();

    assertThat(house.paged(group)).containsExactly("1.1 ana", "1.1 cy");
    assertThat(house.pages(group))
        .filteredOn(page -> "bo".equals(page.person()))
        .extracting(AlertStory.PageLine::reason)
        .containsExactly("absent");
  }

  @Test
  void acknowledgingCancelsWhatHasNotLeftAndStopsTheLadder() {
    standardLadder(2);
    var group = house.trigger("routing-ladder");
    house.climb();

    house.groups().acknowledge(group.id(), house.people().actor("ana"), clock.instant());
    house.pass(WAIT);
    house.pass(WAIT);

    assertThat(house.pages(group)).hasSize(1);
    assertThat(house.pages(group).getFirst().state()).isEqualTo("CANCELLED");
    assertThat(house.pages(group).getFirst().reason()).isEqualTo("acknowledged");
    assertThat(nextAt(group.id())).isNull();
  }

  @Test
  void aGroupThatWasResolvedMeanwhileIsLeftAlone() {
    standardLadder(1);
    var group = house.trigger("routing-ladder");
    house.groups().change(group.id(), AlertState.RESOLVED, null);

    house.climb();

    assertThat(house.pages(group)).isEmpty();
  }

  @Test
  void afterALongStopTheDueLevelFiresOnceAndTheNextAtItsOwnDistance() {
    standardLadder(2);
    var group = house.trigger("routing-ladder");
    house.climb();

    clock.advance(Duration.ofMinutes(20));
    house.climb();
    house.climb();

    assertThat(house.paged(group)).containsExactly("1.1 ana", "1.2 ana", "1.2 bo", "1.2 cy");
    assertThat(nextAt(group.id())).isEqualTo(clock.instant().plus(WAIT));
  }

  @Test
  void aLadderKeepsTheVersionItBeganWith() {
    house.ladder("short", 1, target("PERSON", "ana"), target("PERSON", "bo"));
    var group = house.trigger("short");
    house.climb();

    house.ladder("short", 1, target("PERSON", "cy"), target("PERSON", "cy"));
    house.pass(WAIT);

    assertThat(house.paged(group)).containsExactly("1.1 ana", "1.2 bo");
    assertThat(house.bean(AlertStory.class).ladders(List.of(group.id())).get(group.id()))
        .isEqualTo(new AlertStory.LadderLine("short", 1, 1, 2, clock.instant().plus(WAIT)));
  }

  @Test
  void withoutAPolicyTheLastResortIsPagedAndWithoutThatTheAdministrators() {
    var group = house.trigger(null);
    house.climb();
    assertThat(house.paged(group)).containsExactly("1.0 pia");

    house.database().jdbc().sql("delete from alerting.last_resort").update();
    var next = house.trigger(null);
    house.climb();
    assertThat(house.paged(next)).containsExactly("1.0 admin");
  }

  @Test
  void theSecondPassBeginsAfterTheLastLevel() {
    house.ladder("two", 2, target("PERSON", "ana"), target("PERSON", "bo"));
    var group = house.trigger("two");
    house.climb();
    house.pass(WAIT);
    house.pass(WAIT);
    house.pass(WAIT);

    assertThat(house.paged(group)).containsExactly("1.1 ana", "1.2 bo", "2.1 ana", "2.2 bo");
  }

  private @Nullable Instant nextAt(AlertGroupId group) {
    var ladder = house.bean(AlertStory.class).ladders(List.of(group)).get(group);
    return Objects.requireNonNull(ladder).nextAt();
  }

  private void standardLadder(int passes) {
    house.ladder(
        "routing-ladder",
        passes,
        target("ON_CALL", "routing-primary"),
        target("ROTATION_TEAM", "routing-primary"),
        target("TEAM_MANAGER", null),
        target("INCIDENT_COMMANDER", null));
  }
}
