package farol.runbooks.paas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.runbooks.paas.FakeHeroku.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HerokuPlatformTest {
  private final FakeHeroku heroku = new FakeHeroku();
  private final Platform platform = heroku.platform();

  @AfterEach
  void stop() {
    heroku.close();
  }

  @Test
  void followsTheRangesOfAList() throws Exception {
    for (var app = 0; app < 25; app++) {
      heroku.app("app-%02d".formatted(app), 1, 0);
    }
    heroku.pages(10);

    assertThat(platform.apps()).hasSize(25);
    assertThat(heroku.requests()).hasSize(3);
  }

  @Test
  void triesAReadAgain() throws Exception {
    heroku.app("ipe", 1, 0);
    heroku.failReads(2);

    assertThat(platform.app("ipe")).map(Platform.App::region).contains("us");
    assertThat(heroku.requests()).hasSize(3);
  }

  @Test
  void sendsAMutationOnceWhateverHappens() {
    heroku.app("ipe", 1, 0);
    heroku.next(Fault.DROP_REQUEST);

    assertThatThrownBy(() -> platform.scale("ipe", Map.of("web", 3), Map.of()))
        .isInstanceOfSatisfying(
            PlatformUnavailable.class, lost -> assertThat(lost.notSent()).isFalse());
    assertThat(heroku.requests()).containsExactly("PATCH /apps/ipe/formation");
  }

  @Test
  void knowsThatNothingWasSentWhenNobodyListens() {
    heroku.goAway();

    assertThatThrownBy(() -> platform.scale("ipe", Map.of("web", 3), Map.of()))
        .isInstanceOfSatisfying(
            PlatformUnavailable.class, lost -> assertThat(lost.notSent()).isTrue());
    assertThat(((PlatformHealth) platform).look().reachable()).isFalse();
  }

  @Test
  void answersTheRequestIdAndTellsRefusalsApart() throws Exception {
    heroku.app("ipe", 1, 0);

    assertThat(platform.scale("ipe", Map.of("web", 3), Map.of())).isEqualTo("request-1");
    assertThat(((PlatformHealth) platform).look().rateLimitRemaining()).isEqualTo(4321);
    assertThat(platform.app("nope")).isEmpty();
    assertThatThrownBy(() -> platform.scale("nope", Map.of("web", 3), Map.of()))
        .isInstanceOf(PlatformRefused.class)
        .hasMessageContaining("Couldn't find that app");
  }

  @Test
  void findsAPlatformAgainThatWasAway() throws Exception {
    heroku.app("ipe", 1, 0);
    assertThat(platform.app("ipe")).isPresent();
    heroku.goAway();
    assertThat(((PlatformHealth) platform).look().reachable()).isFalse();
    heroku.comeBack();

    assertThat(platform.app("ipe")).isPresent();
  }

  @Test
  void opensTheCircuitAfterManyFailures() {
    heroku.goAway();
    for (var call = 0; call < 10; call++) {
      ((PlatformHealth) platform).look();
    }

    assertThat(((PlatformHealth) platform).look().circuit()).isEqualTo("open");
  }
}
