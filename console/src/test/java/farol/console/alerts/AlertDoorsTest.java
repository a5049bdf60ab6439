package farol.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import farol.console.House;
import farol.console.HouseTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The doors of senders and of alerts as clients from outside meet them. */
@HouseTest
class AlertDoorsTest {
  private static final String PAGERDUTY = "caminhoPagerDutyRouter0000000001";
  private static final String WEBHOOK =
      "/integrations/caminhoAlertmanager0000000000001/alertmanager";

  @LocalServerPort int port;
  House sender;
  House house;

  @BeforeEach
  void address() {
    sender = new House("http://localhost:" + port, "");
    house = new House("http://localhost:" + port, HouseTest.ADMIN_TOKEN);
  }

  @Test
  void pagesWhoIsOnCallUntilSomebodyHasIt() {
    var accepted = sender.post("/v2/enqueue", event("trigger", "door-1"));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);

    var alert =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> only("door-1"), found -> !found.get("pages").isEmpty());
    assertThat(alert.get("pages").get(0).get("level").asInt()).isEqualTo(1);
    assertThat(alert.get("escalation").get("policy").asString()).isEqualTo("routing-ladder");

    var path = "/api/v1/alerts/" + alert.get("id").asString();
    var taken = House.json(house.post(path + "/acknowledgement", "{\"person\":\"ana\"}"));
    assertThat(taken.get("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(taken.get("acknowledgedBy").asString()).isEqualTo("ana");
    assertThat(taken.get("escalation").get("nextAt").isNull()).isTrue();

    sender.post("/v2/enqueue", event("resolve", "door-1"));
    var resolved = House.json(house.get(path));
    assertThat(resolved.get("state").asString()).isEqualTo("RESOLVED");
    assertThat(resolved.get("outcome").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(house.post(path + "/acknowledgement", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void takesWhatCurlSendsWithoutAContentTypeOfItsOwn() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/v2/enqueue".formatted(port)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(event("resolve", "never-seen")))
            .build();
    try (var curl = HttpClient.newHttpClient()) {
      var answer = curl.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(House.json(answer).get("dedup_key").asString()).isEqualTo("never-seen");
    }
  }

  @Test
  void refusesWhatIsNotOursAndWhatIsTooMuch() {
    var unknown =
        sender.post("/v2/enqueue", event("resolve", "k").replace(PAGERDUTY, "n".repeat(32)));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(sender.post("/v2/enqueue", "x".repeat(600 << 10)).statusCode()).isEqualTo(413);
    assertThat(sender.post(WEBHOOK, "x".repeat(600 << 10)).statusCode()).isEqualTo(413);
    assertThat(sender.post(WEBHOOK, "{").statusCode()).isEqualTo(400);
    var stranger = sender.post("/integrations/nobodysKey/alertmanager", "{\"alerts\":[]}");
    assertThat(stranger.statusCode()).isEqualTo(404);
    assertThat(stranger.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(sender.get("/heartbeats/nobodys").statusCode()).isEqualTo(404);
  }

  @Test
  void listsTheSendersOfTheDemoWithTheOneThatPagesFirst() {
    var items = House.json(house.get("/api/v1/integrations")).get("items");

    assertThat(items.get(0).get("key").asString()).isEqualTo(PAGERDUTY);
    assertThat(items.valueStream().map(item -> item.get("kind").asString()))
        .containsExactly(
            "PAGERDUTY",
            "ALERTMANAGER",
            "OPSGENIE",
            "PROMETHEUS",
            "GRAFANA",
            "EVENTS",
            "CLOUDEVENTS");
  }

  @Test
  void acceptsTheWebhookOfAlertmanager() {
    var answer =
        sender.post(
            WEBHOOK,
            """
            {"version":"4","groupKey":"{}:{}","alerts":[{"status":"firing",
             "labels":{"alertname":"DoorTest","severity":"info"},"annotations":{},
             "startsAt":"2026-03-02T09:00:00Z","endsAt":"0001-01-01T00:00:00Z",
             "fingerprint":"d00d00d00d00d00d"}]}
            """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(House.json(answer).get("accepted").asInt()).isEqualTo(1);
    assertThat(only("d00d00d00d00d00d").get("urgency").asString()).isEqualTo("LOW");
  }

  private static String event(String action, String key) {
    return """
    {"routing_key":"%s","event_action":"%s","dedup_key":"%s",
     "payload":{"summary":"Router down","source":"router-1","severity":"critical"}}
    """
        .formatted(PAGERDUTY, action, key);
  }

  private JsonNode only(String key) {
    var items = House.json(house.get("/api/v1/alerts?dedupKey=" + key)).get("items");
    assertThat(items.size()).isEqualTo(1);
    return items.get(0);
  }
}
