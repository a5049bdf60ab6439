package farol.incidents.command;

import static farol.incidents.command.IncidentState.ACTIVE;
import static farol.incidents.command.IncidentState.CANCELLED;
import static farol.incidents.command.IncidentState.CLOSED;
import static farol.incidents.command.IncidentState.DECLINED;
import static farol.incidents.command.IncidentState.IN_REVIEW;
import static farol.incidents.command.IncidentState.MERGED;
import static farol.incidents.command.IncidentState.MITIGATED;
import static farol.incidents.command.IncidentState.RESOLVED;
import static farol.incidents.command.IncidentState.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Blocker POST = new Blocker("FINAL_POST_MISSING", "say it", true, null);
  private static final Blocker RUN = new Blocker("RUN_UNFINISHED", "stop it", false, "run");

  @Test
  void onlyTheMovesOfTheSpecificationAreAllowed() {
    var expected = new EnumMap<IncidentState, Set<IncidentState>>(IncidentState.class);
    expected.put(TRIAGE, Set.of(DECLINED, CANCELLED, MERGED));
    expected.put(ACTIVE, Set.of(MITIGATED, RESOLVED, CANCELLED, MERGED));
    expected.put(MITIGATED, Set.of(ACTIVE, RESOLVED, MERGED));
    expected.put(RESOLVED, Set.of(ACTIVE));
    expected.put(IN_REVIEW, Set.of(ACTIVE));
    expected.put(CLOSED, Set.of());
    expected.put(DECLINED, Set.of());
    expected.put(CANCELLED, Set.of());
    expected.put(MERGED, Set.of());

    for (var from : IncidentState.values()) {
      for (var to : IncidentState.values()) {
        var verdict =
            Lifecycle.decide(
                new Lifecycle.Move(from, to, IncidentSeverity.SEV1, List.of()), Set.of());

        assertThat(verdict instanceof Lifecycle.Verdict.Allowed)
            .as("%s to %s", from, to)
            .isEqualTo(expected.getOrDefault(from, Set.of()).contains(to));
      }
    }
  }

  @Test
  void aSmallIncidentMayBeClosedWithoutRetrospective() {
    assertThat(Lifecycle.allowed(RESOLVED, IncidentSeverity.SEV4)).contains(CLOSED);
    assertThat(Lifecycle.allowed(RESOLVED, IncidentSeverity.SEV3)).doesNotContain(CLOSED);
  }

  @Test
  void blockersHoldUpOnlyTheResolution() {
    var blockers = List.of(POST, RUN);

    assertThat(decide(MITIGATED, blockers, Set.of())).isEqualTo(new Lifecycle.Verdict.Allowed());
    assertThat(decide(RESOLVED, blockers, Set.of()))
        .isEqualTo(new Lifecycle.Verdict.Blocked(blockers));
  }

  @Test
  void aWaiverSetsAsideOnlyWhatMayBeWaived() {
    var waived = Set.of("FINAL_POST_MISSING", "RUN_UNFINISHED");

    assertThat(decide(RESOLVED, List.of(POST), waived)).isEqualTo(new Lifecycle.Verdict.Allowed());
    assertThat(decide(RESOLVED, List.of(POST, RUN), waived))
        .isEqualTo(new Lifecycle.Verdict.Blocked(List.of(RUN)));
  }

  private static Lifecycle.Verdict decide(
      IncidentState to, List<Blocker> blockers, Set<String> waived) {
    return Lifecycle.decide(
        new Lifecycle.Move(ACTIVE, to, IncidentSeverity.SEV2, blockers), waived);
  }

  @Test
  void theSeverityMatrixIsThatOfTheSpecification() {
    var expected =
        Map.of(
            Impact.DOWN,
            "1123",
            Impact.DEGRADED,
            "2234",
            Impact.AT_RISK,
            "3344",
            Impact.COSMETIC,
            "4555");

    expected.forEach(
        (impact, row) -> {
          for (var reach : Reach.values()) {
            assertThat(SeverityMatrix.of(impact, reach).name())
                .isEqualTo("SEV" + row.charAt(List.of(Reach.values()).indexOf(reach)));
          }
        });
  }
}
