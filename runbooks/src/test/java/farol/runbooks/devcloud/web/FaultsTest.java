package farol.runbooks.devcloud.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.runbooks.devcloud.Devcloud;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String SCALE = "{\"updates\":[{\"type\":\"web\",\"quantity\":3}]}";
  private static final String FORMATION = "/apps/ipe/formation";

  private final Devcloud cloud = Devcloud.fresh();

  @BeforeEach
  void make() {
    cloud.app("ipe", "us");
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private int web() {
    return cloud.get("/apps/ipe/formation/web").body().path("quantity").asInt();
  }

  @Test
  void actsOnceAndAnswersNothingUnderALostResponse() {
    cloud.fault(
        """
        {"kind":"lost-response","times":1,
          "match":{"method":"PATCH","path":"/apps/*/formation"}}
        """);

    assertThatThrownBy(() -> cloud.exchange("PATCH", FORMATION, SCALE))
        .isInstanceOf(IOException.class);

    assertThat(web()).isEqualTo(3);
    assertThat(cloud.effects("formation.update")).isEqualTo(1);
    var logged = cloud.get("/_farol/requests?app=ipe&method=PATCH&mutating=true").body();
    assertThat(logged.path("items")).hasSize(1);
    assertThat(logged.path("items").get(0).path("status").isNull()).isTrue();
    assertThat(logged.path("items").get(0).path("effect").asString()).isEqualTo("formation.update");
    assertThat(cloud.send("PATCH", FORMATION, SCALE).status()).isEqualTo(200);
    assertThat(cloud.effects("formation.update")).isEqualTo(2);
  }

  @Test
  void doesNothingUnderADroppedRequest() {
    cloud.fault("{\"kind\":\"drop-request\",\"times\":1,\"match\":{\"method\":\"PATCH\"}}");

    assertThatThrownBy(() -> cloud.exchange("PATCH", FORMATION, SCALE))
        .isInstanceOf(IOException.class);

    assertThat(web()).isEqualTo(1);
    assertThat(cloud.effects("formation.update")).isZero();
    assertThat(cloud.send("PATCH", FORMATION, SCALE).status()).isEqualTo(200);
    assertThat(cloud.effects("formation.update")).isEqualTo(1);
  }

  @Test
  void answersAStatusWithoutActingUntilItsTimesAreUp() {
    cloud.fault(
        """
        {"kind":"status","status":502,"errorId":"bad_gateway","times":2,"match":{"app":"ipe"}}
        """);

    var first = cloud.send("PATCH", FORMATION, SCALE);
    var second = cloud.send("PATCH", FORMATION, SCALE);
    var third = cloud.send("PATCH", FORMATION, SCALE);

    assertThat(first.status()).isEqualTo(502);
    assertThat(first.text("id")).isEqualTo("bad_gateway");
    assertThat(second.status()).isEqualTo(502);
    assertThat(third.status()).isEqualTo(200);
    assertThat(cloud.get("/_farol/faults").body().path("items")).isEmpty();
  }

  @Test
  void waitsUnderLatencyAndThenActs() {
    cloud.fault("{\"kind\":\"latency\",\"latency\":\"PT0.3S\",\"match\":{\"method\":\"PATCH\"}}");
    var started = System.nanoTime();

    var answer = cloud.send("PATCH", FORMATION, SCALE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(System.nanoTime() - started).isGreaterThan(300_000_000L);
  }

  @Test
  void hitsOnlyWhatItMatchesAndEndsWhenItIsRemoved() {
    var fault = cloud.fault("{\"kind\":\"status\",\"match\":{\"region\":\"eu\"}}");
    var limited = cloud.fault("{\"kind\":\"rate-limit\",\"match\":{\"path\":\"/apps\"}}");

    assertThat(cloud.get(FORMATION).status()).isEqualTo(200);
    assertThat(cloud.get("/apps").status()).isEqualTo(429);
    assertThat(cloud.send("DELETE", "/_farol/faults/" + limited, null).status()).isEqualTo(200);
    assertThat(cloud.get("/apps").status()).isEqualTo(200);
    assertThat(cloud.send("DELETE", "/_farol/faults/" + limited, null).status()).isEqualTo(404);
    assertThat(cloud.get("/_farol/faults").body().path("items").get(0).path("id").asString())
        .isEqualTo(fault);
  }

  @Test
  void refusesFaultsThatMakeNoSense() {
    assertThat(cloud.send("POST", "/_farol/faults", "{\"kind\":\"flood\"}").status())
        .isEqualTo(422);
    assertThat(
            cloud
                .send("POST", "/_farol/faults", "{\"kind\":\"status\",\"probability\":2}")
                .text("message"))
        .contains("probability");
    assertThat(
            cloud
                .send(
                    "POST", "/_farol/faults", "{\"kind\":\"zone-loss\",\"match\":{\"zone\":\"x\"}}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void countsOneEffectForEachChangeEvenWhenNothingMoved() {
    cloud.send("PATCH", FORMATION, SCALE);
    cloud.send("PATCH", FORMATION, SCALE);
    cloud.send("DELETE", "/apps/ipe/dynos/web.1", null);

    var effects = cloud.get("/_farol/effects?app=ipe").body();

    assertThat(effects.path("counts").path("formation.update").asInt()).isEqualTo(2);
    assertThat(effects.path("counts").path("dynos.restart").asInt()).isEqualTo(1);
    assertThat(effects.path("lastSeq").asLong())
        .isEqualTo(
            effects.path("items").get(effects.path("items").size() - 1).path("seq").asLong());
  }

  @Test
  void ordersTheChangesOfOneAppHoweverManyArriveAtOnce() throws InterruptedException {
    var more = "{\"quantity\":\"+1\"}";
    try (var clients = Executors.newFixedThreadPool(8)) {
      for (var i = 0; i < 40; i++) {
        clients.execute(() -> cloud.send("PATCH", "/apps/ipe/formation/web", more));
      }
      clients.shutdown();
      assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    assertThat(web()).isEqualTo(41);
    assertThat(cloud.effects("formation.update")).isEqualTo(40);
    assertThat(cloud.states("ipe")).hasSize(41);
  }
}
