package farol.statuspage.incident;

import static farol.statuspage.incident.PostState.APPROVED;
import static farol.statuspage.incident.PostState.DISCARDED;
import static farol.statuspage.incident.PostState.DRAFT;
import static farol.statuspage.incident.PostState.PUBLISHED;
import static farol.statuspage.incident.PostState.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.door.Refusal;
import farol.statuspage.incident.PostState.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostStateTest {
  private static final Map<PostState, Map<Step, PostState>> ALLOWED =
      Map.of(
          DRAFT, Map.of(Step.APPROVE, APPROVED, Step.VOID, VOIDED, Step.DISCARD, DISCARDED),
          APPROVED, Map.of(Step.PUBLISH, PUBLISHED, Step.VOID, VOIDED, Step.DISCARD, DISCARDED),
          VOIDED, Map.of(Step.REBASE, DRAFT, Step.DISCARD, DISCARDED),
          PUBLISHED, Map.of(),
          DISCARDED, Map.of());

  @Test
  void takesExactlyTheStepsOfItsLife() {
    for (var state : PostState.values()) {
      for (var step : Step.values()) {
        var next = ALLOWED.getOrDefault(state, Map.of()).get(step);
        if (next == null) {
          assertThatThrownBy(() -> state.after(step))
              .isInstanceOfSatisfying(
                  Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
        } else {
          assertThat(state.after(step)).isEqualTo(next);
        }
      }
    }
  }
}
