package farol.alerting.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.catalog.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final PersonId ANA = PersonId.random();
  private static final PersonId BO = PersonId.random();

  private final Map<Target, Directory.Answer> answers =
      Map.of(
          new Target.OnePerson("ana"), people(ANA),
          new Target.OnePerson("bo"), people(BO),
          new Target.OnePerson("both"), people(BO, ANA));

  @Test
  void startsWithTheFirstLevelAndWaitsItsTime() {
    var plan = next(policy(2, "ana", "bo"), Plan.Position.START);

    assertThat(plan.calls()).extracting(Plan.Call::person).containsExactly(ANA);
    assertThat(plan.position()).isEqualTo(new Plan.Position(1, 1));
    assertThat(plan.nextDueAt()).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void afterTheLastLevelTheNextPassBegins() {
    var plan = next(policy(2, "ana", "bo"), new Plan.Position(1, 2));

    assertThat(plan.position()).isEqualTo(new Plan.Position(2, 1));
    assertThat(plan.lastResort()).isFalse();
  }

  @Test
  void afterTheLastPassComesTheLastResort() {
    var plan = next(policy(2, "ana", "bo"), new Plan.Position(2, 2));

    assertThat(plan.lastResort()).isTrue();
    assertThat(plan.position()).isEqualTo(new Plan.Position(2, 0));
  }

  @Test
  void emptyLevelsHandUpAtOnceAndAreNamed() {
    var plan = next(policy(1, "nobody", "nobody", "ana"), Plan.Position.START);

    assertThat(plan.calls()).extracting(Plan.Call::person).containsExactly(ANA);
    assertThat(plan.position()).isEqualTo(new Plan.Position(1, 3));
    assertThat(plan.emptyLevels())
        .containsExactly(
            new Plan.EmptyLevel(new Plan.Position(1, 1), "PERSON", "gone"),
            new Plan.EmptyLevel(new Plan.Position(1, 2), "PERSON", "gone"));
  }

  @Test
  void whenEveryLevelIsEmptyTheLastResortIsPagedAtOnce() {
    assertThat(next(policy(5, "nobody", "nobody"), Plan.Position.START).lastResort()).isTrue();
    assertThat(next(EscalationPolicy.ofTheInstance(), Plan.Position.START).lastResort()).isTrue();
  }

  @Test
  void aPersonMeantTwiceIsPagedOnce() {
    var level =
        new EscalationPolicy.Level(
            List.of(new Target.OnePerson("both"), new Target.OnePerson("ana")),
            Duration.ofSeconds(1));
    var plan = next(new EscalationPolicy("p", 1, 1, List.of(level)), Plan.Position.START);

    assertThat(plan.calls()).extracting(Plan.Call::person).containsExactly(BO, ANA);
  }

  /** Whichever levels are empty, and wherever the ladder stands, somebody is paged. */
  @Property(tries = 500)
  void neverNobody(
      @ForAll @IntRange(min = 1, max = 10) int levels,
      @ForAll @IntRange(min = 1, max = 5) int passes,
      @ForAll Set<@IntRange(min = 0, max = 9) Integer> empty,
      @ForAll @IntRange(min = 0, max = 10) int at) {
    var names =
        Stream.iterate(0, n -> n + 1)
            .limit(levels)
            .map(n -> empty.contains(n) ? "nobody" : "ana")
            .toArray(String[]::new);
    var position = new Plan.Position(1, Math.min(at, levels));
    var policy = policy(passes, names);

    var steps = 0;
    var plan = next(policy, position);
    while (!plan.lastResort()) {
      assertThat(plan.calls()).isNotEmpty();
      assertThat(plan.nextDueAt()).isEqualTo(NOW.plusSeconds(300));
      plan = next(policy, plan.position());
      steps++;
    }
    assertThat(steps).isLessThanOrEqualTo(levels * passes);
  }

  private Plan next(EscalationPolicy policy, Plan.Position position) {
    return Plan.next(
        policy,
        position,
        target -> answers.getOrDefault(target, Directory.Answer.nobody("gone")),
        NOW);
  }

  private static EscalationPolicy policy(int passes, String... people) {
    return new EscalationPolicy(
        "p",
        1,
        passes,
        Stream.of(people)
            .map(
                name ->
                    new EscalationPolicy.Level(
                        List.of(new Target.OnePerson(name)), Duration.ofMinutes(5)))
            .toList());
  }

  private static Directory.Answer people(PersonId... people) {
    return new Directory.Answer(List.of(people), List.of(), null);
  }
}
