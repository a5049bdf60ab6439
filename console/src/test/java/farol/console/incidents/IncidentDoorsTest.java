package farol.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import farol.console.House;
import farol.console.HouseTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The doors of incidents as a client from outside meets them. */
@HouseTest
class IncidentDoorsTest {
  @LocalServerPort int port;
  House house;

  @BeforeEach
  void address() {
    house = new House("http://localhost:" + port, HouseTest.ADMIN_TOKEN);
  }

  private JsonNode declared(String more) {
    var answer =
        house.post(
            "/api/v1/incidents",
            """
            {"title":"Builds are slow","severity":"SEV3"%s}"""
                .formatted(more),
            "Farol-Person",
            "ida");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return House.json(answer);
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(House.json(answer).get("type").asString()).endsWith("/" + code);
  }

  private HttpResponse<String> post(JsonNode incident, String path, String body, String person) {
    return house.post(
        "/api/v1/incidents/%s%s".formatted(incident.get("id").asString(), path),
        body,
        "Farol-Person",
        person);
  }

  @Test
  void leadsAnIncidentOverHttp() {
    var incident = declared(",\"takeCommand\":true");
    assertThat(incident.get("state").asString()).isEqualTo("ACTIVE");
    assertThat(incident.get("commander").get("handle").asString()).isEqualTo("ida");
    assertThat(incident.get("milestones").has("impactStartedAt")).isTrue();

    refused(post(incident, "/command/acceptance", "{}", "dee"), 409, "command-held");
    var offer = House.json(post(incident, "/command/offers", "{\"to\":\"dee\"}", "ida"));
    var path = "/command/offers/%s/acceptance".formatted(offer.get("id").asString());
    refused(post(incident, path, "{}", "sam"), 403, "forbidden");
    var command = House.json(post(incident, path, "{}", "dee"));
    assertThat(command.get("tenures").get(0).get("until"))
        .isEqualTo(command.get("tenures").get(1).get("from"));

    refused(post(incident, "/transitions", "{\"to\":\"MITIGATED\"}", "ida"), 403, "forbidden");
    post(incident, "/transitions", "{\"to\":\"MITIGATED\"}", "dee");
    var resolved = House.json(post(incident, "/transitions", "{\"to\":\"RESOLVED\"}", "dee"));
    assertThat(resolved.get("state").asString()).isEqualTo("RESOLVED");
    var draft =
        House.json(
            house.get(
                "/api/v1/incidents/%s/retrospective".formatted(incident.get("number").asLong())));
    assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
    assertThat(draft.get("sections").get("tldr").asString()).contains("To write");
    assertThat(draft.get("timeline").size()).isGreaterThan(3);
  }

  @Test
  void saysWhichFieldIsWrong() {
    var missing = house.post("/api/v1/incidents", "{\"title\":\"x\"}");
    refused(missing, 422, "invalid");
    assertThat(House.json(missing).get("errors").get(0).get("field").asString())
        .isEqualTo("severity");
    refused(
        house.post("/api/v1/incidents", "{\"title\":\"x\",\"severity\":\"SEV9\"}"), 422, "invalid");
    refused(
        house.post(
            "/api/v1/incidents", "{\"title\":\"x\",\"severity\":\"SEV3\",\"kind\":\"DRILL\"}"),
        501,
        "not-built");
    refused(house.get("/api/v1/incidents/999999"), 404, "not-found");
    refused(house.get("/api/v1/incidents?limit=501"), 422, "invalid");
  }

  @Test
  void writesOnTheTimelineAndNeverOverIt() {
    var incident = declared("");
    var row =
        House.json(
            post(
                incident,
                "/timeline",
                """
                {"text":"The cache is cold.","links":[{"href":"https://example.com","text":"graph"}]}""",
                "sam"));

    assertThat(row.get("actor").get("handle").asString()).isEqualTo("sam");
    assertThat(row.get("source").asString()).isEqualTo("HUMAN");
    assertThat(row.get("visibility").asString()).isEqualTo("RETRO");
    refused(
        post(incident, "/timeline", "{\"text\":\"x\",\"source\":\"DEPLOY\"}", "sam"),
        422,
        "invalid");
    refused(
        post(
            incident,
            "/timeline",
            "{\"text\":\"x\",\"links\":[{\"href\":\"javascript:x\",\"text\":\"y\"}]}",
            "sam"),
        422,
        "invalid");
    var path =
        "/api/v1/incidents/%s/timeline/%s"
            .formatted(incident.get("id").asString(), row.get("id").asString());
    assertThat(house.send("DELETE", path, "").statusCode()).isEqualTo(405);
    assertThat(house.send("PUT", path, "{}").statusCode()).isEqualTo(405);
  }

  @Test
  void changesOnlyWhatWasRead() {
    var incident = declared("");
    var path = "/api/v1/incidents/" + incident.get("number").asLong();
    var title = "{\"title\":\"Builds are very slow\"}";

    refused(house.send("PATCH", path, title, "Farol-Person", "ida"), 428, "precondition-required");
    refused(
        house.send("PATCH", path, title, "Farol-Person", "ida", "If-Match", "\"99\""),
        412,
        "stale");
    var changed = house.send("PATCH", path, title, "Farol-Person", "ida", "If-Match", "\"1\"");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
  }

  @Test
  void namesTheBench() {
    var bench = House.json(house.get("/api/v1/commanders")).get("items");

    assertThat(bench.size()).isGreaterThanOrEqualTo(5);
    assertThat(bench.get(0).get("status").asString()).isEqualTo("TRAINED");
  }
}
