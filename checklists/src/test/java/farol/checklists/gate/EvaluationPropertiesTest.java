package farol.checklists.gate;

import static org.assertj.core.api.Assertions.assertThat;

import farol.checklists.checklist.Shipped;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceFact;
import farol.checklists.evidence.Kind;
import farol.checklists.evidence.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EvaluationPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<String> CHECKS =
      Shipped.version().document().checks().stream().map(check -> check.id()).toList();

  @Property(tries = 500)
  void aVerdictStandsUntilItsEndAndTurnsThere(
      @ForAll("facts") Facts facts, @ForAll @IntRange(min = 0, max = 999) int permille) {
    var verdict = Evaluation.evaluate(facts, NOW);
    var end = verdict.validUntil();

    if (end == null) {
      var later = Evaluation.evaluate(facts, NOW.plus(Duration.ofDays(2000)));
      assertThat(shape(later)).isEqualTo(shape(verdict));
    } else {
      assertThat(end).isAfter(NOW);
      var within = NOW.plus(Duration.between(NOW, end).dividedBy(1000).multipliedBy(permille));
      assertThat(shape(Evaluation.evaluate(facts, within))).isEqualTo(shape(verdict));
      assertThat(shape(Evaluation.evaluate(facts, end.minusNanos(1)))).isEqualTo(shape(verdict));
      assertThat(shape(Evaluation.evaluate(facts, end))).isNotEqualTo(shape(verdict));
    }
  }

  @Property(tries = 500)
  void aCheckHasNotHeldFromItsSinceOn(@ForAll("facts") Facts facts) {
    for (var one : Evaluation.evaluate(facts, NOW).checks()) {
      var since = one.since();
      assertThat(since != null).isEqualTo(one.state().notHolding());
      if (since != null && !since.equals(facts.service().launchedAt())) {
        assertThat(stateAt(facts, one.check().id(), since).notHolding()).isTrue();
        assertThat(heldOrAbsent(facts, one.check().id(), since.minusNanos(1))).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<Facts> facts() {
    var subject =
        Arbitraries.of(Stage.BETA, Stage.PRODUCTION)
            .map(
                stage ->
                    new Subject(
                        "checkout",
                        1,
                        "service",
                        stage,
                        stage.live() ? NOW.minus(Duration.ofDays(40)) : null,
                        false));
    return Combinators.combine(
            subject,
            record().list().ofMaxSize(25),
            waiver().list().ofMaxSize(6),
            tailoring().list().ofMaxSize(3))
        .as(
            (service, records, waivers, tailorings) ->
                new Facts(
                    service,
                    Stage.PRODUCTION,
                    List.of(Shipped.version()),
                    records,
                    waivers,
                    tailorings));
  }

  private static Arbitrary<EvidenceFact> record() {
    return Combinators.combine(
            Arbitraries.of(CHECKS),
            Arbitraries.of(Kind.values()),
            Arbitraries.of(Result.values()),
            before(),
            Arbitraries.integers().between(0, 48),
            Arbitraries.strings().alpha().ofLength(4))
        .as(
            (check, kind, result, observed, delay, id) ->
                new EvidenceFact(
                    id,
                    check,
                    1,
                    kind,
                    collector(check),
                    kind == Kind.ATTESTED ? Result.PASS : result,
                    null,
                    observed,
                    earlier(observed.plus(Duration.ofHours(delay))),
                    null,
                    null));
  }

  private static Arbitrary<WaiverFact> waiver() {
    return Combinators.combine(
            Arbitraries.of(CHECKS), before(), Arbitraries.integers().between(1, 2000), before())
        .as(
            (check, start, hours, approved) ->
                new WaiverFact(
                    "w", check, start, start.plus(Duration.ofHours(hours)), approved, null));
  }

  private static Arbitrary<TailoringFact> tailoring() {
    return Combinators.combine(
            Arbitraries.of(CHECKS), before(), Arbitraries.integers().between(1, 3000))
        .as(
            (check, approved, hours) ->
                new TailoringFact(check, approved, approved.plus(Duration.ofHours(hours))));
  }

  private static Arbitrary<Instant> before() {
    return Arbitraries.integers()
        .between(0, 100 * 24 * 60)
        .map(m -> NOW.minus(Duration.ofMinutes(m)));
  }

  private static Instant earlier(Instant recorded) {
    return recorded.isAfter(NOW) ? NOW : recorded;
  }

  private static String collector(String check) {
    return String.valueOf(
        Shipped.version().document().check(check).orElseThrow().evidence().collector());
  }

  private static CheckState stateAt(Facts facts, String check, Instant at) {
    return Given.standing(Evaluation.evaluate(facts, at), check).state();
  }

  private static boolean heldOrAbsent(Facts facts, String check, Instant at) {
    return Evaluation.evaluate(facts, at).checks().stream()
        .filter(one -> one.check().id().equals(check))
        .noneMatch(one -> one.state().notHolding());
  }

  private static String shape(Verdict verdict) {
    return verdict.outcome()
        + verdict.checks().stream().map(one -> one.check().id() + one.state()).toList().toString();
  }
}
