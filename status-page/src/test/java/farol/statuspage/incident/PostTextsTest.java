package farol.statuspage.incident;

import static org.assertj.core.api.Assertions.assertThat;

import farol.statuspage.component.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostTextsTest {
  private static final PostTexts.Named ROUTING =
      new PostTexts.Named("HTTP routing", State.DEGRADED_PERFORMANCE);
  private static final PostTexts.Named DYNOS = new PostTexts.Named("Dynos", State.MAJOR_OUTAGE);

  @Test
  void theFirstPostIsReadyWithoutTyping() {
    assertThat(PostTexts.of(PublicStatus.INVESTIGATING, List.of(ROUTING), List.of("us-east")))
        .isEqualTo(
            "We see HTTP routing slow or failing at times in us-east and are looking into it.");
  }

  @Test
  void theWorstOfSeveralComponentsGivesTheWord() {
    assertThat(PostTexts.of(PublicStatus.INVESTIGATING, List.of(ROUTING, DYNOS), List.of()))
        .isEqualTo("We see HTTP routing and Dynos down and are looking into it.");
  }

  @Test
  void theLastPostSaysWhatWorks() {
    assertThat(PostTexts.of(PublicStatus.RESOLVED, List.of(DYNOS), List.of("us-east", "eu-west")))
        .isEqualTo("We see Dynos working normally in us-east and eu-west.");
  }

  @Test
  void anIncidentGetsANameFromWhatItHits() {
    assertThat(PostTexts.title(List.of(DYNOS), List.of("us-east")))
        .isEqualTo("Dynos: major outage in us-east");
  }
}
