package farol.runbooks.devcloud.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.runbooks.devcloud.Devcloud;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevcloudServerTest {
  private final TestDatabase database = TestDatabase.with("runbooks");
  private final SettableClock clock = SettableClock.at("2026-11-24T15:00:00Z");

  @Test
  void saysInOneLineThatItsPortIsInUse() {
    try (var first = Devcloud.over(database, clock)) {
      var port = first.uri("/").getPort();

      assertThatThrownBy(
              () -> Devcloud.with(database, clock, Map.of("farol.devcloud.port", port)).close())
          .hasRootCauseMessage(
              "Port %d, for the simulated platform, is in use: set FAROL_DEVCLOUD_PORT to a free one"
                  .formatted(port));
    }
  }

  @Test
  void knowsOnlyTheKeysThatAreSet() {
    var settings =
        Map.<String, Object>of(
            "farol.devcloud.port",
            0,
            "farol.devcloud.keys",
            "one:ana@caminho.example:member,two:bo@caminho.example:control");
    try (var cloud = Devcloud.with(database, clock, settings)) {
      assertThat(cloud.get("/account").status()).isEqualTo(401);
      var member = cloud.get("/account", "Authorization", "Bearer one");
      assertThat(member.text("email")).isEqualTo("ana@caminho.example");
      assertThat(cloud.get("/_farol/status", "Authorization", "Bearer one").text("id"))
          .isEqualTo("forbidden");
      assertThat(cloud.get("/_farol/status", "Authorization", "Bearer two").status())
          .isEqualTo(200);
    }
  }

  @Test
  void answersControlWithTheClockThatWasAskedFor() {
    try (var cloud = Devcloud.over(database, clock)) {
      cloud.send("PATCH", "/_farol/clock", "{\"rate\":60}");
      clock.advance(java.time.Duration.ofSeconds(10));
      var fast = cloud.send("PATCH", "/_farol/clock", "{\"advance\":\"PT1H\"}");

      assertThat(fast.text("now")).isEqualTo("2026-11-24T16:10:00Z");
      assertThat(fast.body().path("rate").asDouble()).isEqualTo(60);
      assertThat(cloud.send("PATCH", "/_farol/clock", "{\"rate\":3601}").status()).isEqualTo(422);
      assertThat(cloud.send("PATCH", "/_farol/clock", "{\"advance\":\"-PT1S\"}").status())
          .isEqualTo(422);
    }
  }
}
