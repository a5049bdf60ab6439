package farol.runbooks.devcloud.web;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.runbooks.devcloud.Devcloud;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DynosOverTimeTest {
  private final TestDatabase database = TestDatabase.with("runbooks");
  private final SettableClock clock = SettableClock.at("2026-11-24T15:00:00Z");
  private final Devcloud cloud = Devcloud.over(database, clock);

  @AfterEach
  void stop() {
    cloud.close();
  }

  private void pass(Duration time) {
    clock.advance(time);
  }

  @Test
  void bootsInThreeToNineSeconds() {
    cloud.app("ipe", "us");
    cloud.send("PATCH", "/apps/ipe/formation/web", "{\"quantity\":50}");

    pass(Duration.ofMillis(2_900));
    var before = cloud.states("ipe");
    pass(Duration.ofMillis(6_200));
    var after = cloud.states("ipe");

    assertThat(before.values()).containsOnly("starting");
    assertThat(after).hasSize(50);
    assertThat(after.values()).containsOnly("up");
  }

  @Test
  void movesTheDynosOfALostZoneAfterThirtySeconds() {
    cloud.app("ipe", "us-east");
    cloud.send("PATCH", "/apps/ipe/formation/web", "{\"quantity\":6}");
    pass(Duration.ofMinutes(1));
    var lost = inZone("us-east-1b");

    cloud.fault("{\"kind\":\"zone-loss\",\"match\":{\"zone\":\"us-east-1b\"}}");
    pass(Duration.ofSeconds(1));

    assertThat(lost).isEqualTo(2);
    assertThat(cloud.states("ipe").values()).filteredOn("down"::equals).hasSize(2);
    assertThat(cloud.value("devcloud_zone_up{zone=\"us-east-1b\"}")).isZero();
    pass(Duration.ofSeconds(40));
    assertThat(cloud.states("ipe").values()).containsOnly("up");
    assertThat(inZone("us-east-1b")).isZero();
  }

  private long inZone(String zone) {
    return StreamSupport.stream(
            cloud.get("/_farol/apps/ipe").body().path("dynos").spliterator(), false)
        .filter(dyno -> dyno.path("zone").asString().equals(zone))
        .count();
  }

  @Test
  void comesBackByRestartAttemptsAfterACrashUnderANewIdAndTheSameName() {
    cloud.app("ipe", "us");
    pass(Duration.ofMinutes(1));
    var before = cloud.get("/apps/ipe/dynos/web.1").body();
    cloud.fault("{\"kind\":\"crash\",\"match\":{\"app\":\"ipe\"},\"for\":\"PT30S\"}");

    pass(Duration.ofSeconds(25));
    var crashed = cloud.get("/apps/ipe/dynos/web.1").body();
    pass(Duration.ofSeconds(16));
    var starting = cloud.states("ipe");
    pass(Duration.ofSeconds(9));

    assertThat(crashed.path("state").asString()).isEqualTo("crashed");
    assertThat(starting).containsEntry("web.1", "starting");
    var after = cloud.get("/apps/ipe/dynos/web.1").body();
    assertThat(after.path("state").asString()).isEqualTo("up");
    assertThat(after.path("id")).isNotEqualTo(before.path("id"));
    assertThat(after.path("created_at").asString()).isEqualTo("2026-11-24T15:01:40Z");
  }

  @Test
  void answersNothingButControlWhileRegionUsIsLost() {
    cloud.app("here", "us");
    cloud.app("there", "eu");
    pass(Duration.ofMinutes(1));
    var fault = cloud.fault("{\"kind\":\"region-loss\",\"match\":{\"region\":\"us-east\"}}");

    pass(Duration.ofSeconds(1));
    var api = cloud.get("/apps/there");

    assertThat(api.status()).isEqualTo(503);
    assertThat(api.text("id")).isEqualTo("service_unavailable");
    assertThat(cloud.states("here").values()).containsOnly("down");
    assertThat(cloud.states("there").values()).containsOnly("up");
    assertThat(cloud.get("/_apps/here/").header("Heroku-Error")).isEqualTo("H99");
    assertThat(cloud.get("/_apps/there/").status()).isEqualTo(200);
    cloud.send("DELETE", "/_farol/faults/" + fault, null);
    pass(Duration.ofSeconds(10));
    assertThat(cloud.get("/apps/here").status()).isEqualTo(200);
    assertThat(cloud.states("here").values()).containsOnly("up");
  }

  @Test
  void keepsTheApiAliveWhileTheDynosOfARegionCrash() {
    cloud.app("here", "us");
    cloud.app("there", "eu");
    pass(Duration.ofMinutes(1));

    cloud.fault("{\"kind\":\"crash\",\"match\":{\"region\":\"us-east\"}}");
    pass(Duration.ofSeconds(1));

    assertThat(cloud.states("here").values()).containsOnly("crashed");
    assertThat(cloud.states("there").values()).containsOnly("up");
    assertThat(cloud.get("/_apps/here/").header("Heroku-Error")).isEqualTo("H10");
    assertThat(cloud.send("PATCH", "/apps/here/formation/web", "{\"quantity\":2}").status())
        .isEqualTo(200);
  }

  @Test
  void bootsSlowlyUnderASlowBootFault() {
    cloud.fault("{\"kind\":\"slow-boot\",\"factor\":5}");
    cloud.app("ipe", "us");

    pass(Duration.ofSeconds(14));
    var before = cloud.states("ipe");
    pass(Duration.ofSeconds(32));

    assertThat(before).containsEntry("web.1", "starting");
    assertThat(cloud.states("ipe")).containsEntry("web.1", "up");
  }

  @Test
  void restartsUnderNewIdsAndSaysWhoAnswersForAnApp() {
    cloud.app("ipe", "us");
    pass(Duration.ofMinutes(1));
    var before = cloud.get("/apps/ipe/dynos/web.1").text("id");

    var restarted = cloud.send("DELETE", "/apps/ipe/dynos", null);

    assertThat(restarted.status()).isEqualTo(202);
    assertThat(restarted.raw().body()).isEqualTo("{}");
    assertThat(cloud.get("/apps/ipe/dynos/web.1").text("id")).isNotEqualTo(before);
    assertThat(cloud.get("/apps/ipe/dynos/" + before).status()).isEqualTo(404);
    cloud.send("PATCH", "/apps/ipe", "{\"maintenance\":true}");
    assertThat(cloud.get("/_apps/ipe/").header("Heroku-Error")).isEqualTo("H80");
    cloud.send("PATCH", "/apps/ipe", "{\"maintenance\":false}");
    cloud.send("PATCH", "/apps/ipe/formation/web", "{\"quantity\":0}");
    assertThat(cloud.get("/_apps/ipe/").header("Heroku-Error")).isEqualTo("H14");
  }

  @Test
  void isTheSamePlatformAfterARestartOfTheServer() {
    cloud.send("POST", "/_farol/scenario", "{\"name\":\"caminho\"}");
    cloud.fault("{\"kind\":\"crash\",\"match\":{\"app\":\"api-us\"}}");
    pass(Duration.ofMinutes(7));
    var dynos = cloud.get("/apps/api-us/dynos").raw().body();
    var metrics = cloud.get("/metrics").raw().body();

    try (var again = Devcloud.over(database, clock)) {
      assertThat(again.get("/apps/api-us/dynos").raw().body()).isEqualTo(dynos);
      assertThat(again.get("/metrics").raw().body()).isEqualTo(metrics);
    }
  }
}
