package farol.console.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import farol.console.House;
import farol.console.HouseTest;
import farol.statuspage.edge.EdgeLifecycle;
import farol.statuspage.renderer.RenderWorker;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
class StatusPageDoorTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired EdgeLifecycle edge;
  @Autowired RenderWorker renderer;
  @Autowired InstantSource clock;
  private House house;
  private House readers;

  @BeforeEach
  void address() {
    house = new House("http://localhost:" + port, HouseTest.ADMIN_TOKEN);
    readers = new House("http://localhost:" + edge.port(), "");
  }

  private String component(String name) {
    for (var one : House.json(house.get("/api/v1/status-page/components")).get("items")) {
      if (one.get("name").asString().equals(name)) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("No component " + name);
  }

  private JsonNode open(String component) {
    var made =
        house.post(
            "/api/v1/status-page/incidents",
            JSON.writeValueAsString(
                Map.of(
                    "name", "Log lines arrive late",
                    "impact", "minor",
                    "components",
                        java.util.List.of(
                            Map.of("id", component, "state", "degraded_performance")))));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location")).isPresent();
    return House.json(made);
  }

  private HttpResponse<String> say(String incident, Map<String, Object> statement) {
    return house.post(
        "/api/v1/status-page/incidents/" + incident + "/posts", JSON.writeValueAsString(statement));
  }

  private String in(int minutes) {
    return clock.instant().plus(Duration.ofMinutes(minutes)).toString();
  }

  /** Renders and serves what stands, as the workers do within a second. */
  private void pass() {
    var before = edge.servedSequence();
    var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    do {
      renderer.tick();
      edge.tick();
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
    } while (java.util.Objects.equals(before, edge.servedSequence()) && System.nanoTime() < until);
  }

  @Test
  void aPostTravelsFromTheDoorToReadersAndEndsThere() {
    var logs = component("Logs");
    var incident = open(logs);
    assertThat(incident.get("id").asString()).matches("[a-z0-9]{12}");
    assertThat(incident.get("status").isNull()).isTrue();
    assertThat(incident.get("public").asBoolean()).isFalse();
    var id = incident.get("id").asString();

    var draft =
        House.json(
            say(
                id,
                Map.of(
                    "status", "investigating",
                    "body", "Log lines arrive up to ten minutes late.",
                    "nextUpdateAt", in(20))));
    assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
    assertThat(draft.get("writtenAgainst").asInt()).isEqualTo(1);
    var post = "/api/v1/status-page/posts/" + draft.get("id").asString();
    assertThat(house.post(post + "/publish", "{}").statusCode()).isEqualTo(409);
    assertThat(House.json(house.post(post + "/approve", "{}")).get("state").asString())
        .isEqualTo("APPROVED");
    var published = House.json(house.post(post + "/publish", "{}"));
    assertThat(published.get("state").asString()).isEqualTo("PUBLISHED");
    assertThat(published.get("pageEvent").isNumber()).isTrue();
    pass();

    assertThat(readers.get("/").body()).contains("Log lines arrive late");
    assertThat(readers.get("/history.atom").body())
        .contains("Log lines arrive late: investigating");
    var summary = House.json(readers.get("/api/v2/summary.json"));
    assertThat(summary.get("status").get("indicator").asString()).isEqualTo("minor");
    var told = summary.get("incidents").get(0);
    assertThat(told.get("id").asString()).isEqualTo(id);
    assertThat(told.get("incident_updates").get(0).get("created_at").asString())
        .startsWith(
            Instant.parse(published.get("publishedAt").asString()).toString().substring(0, 19));

    var last =
        House.json(
            say(
                id,
                Map.of(
                    "status", "resolved", "body", "Log lines arrive at once.", "publish", true)));
    assertThat(last.get("state").asString()).isEqualTo("PUBLISHED");
    pass();

    assertThat(House.json(readers.get("/api/v2/summary.json")).get("incidents").isEmpty()).isTrue();
    assertThat(
            House.json(house.get("/api/v1/status-page/components/" + logs)).get("state").asString())
        .isEqualTo("operational");
  }

  @Test
  void aVoidedApprovalIsAConflictThatSaysWhatDiffers() {
    var id = open(component("Builds")).get("id").asString();
    var draft =
        House.json(
            say(
                id,
                Map.of("status", "investigating", "body", "Builds wait.", "nextUpdateAt", in(20))));
    house.send("PATCH", "/api/v1/status-page/incidents/" + id, "{\"impact\":\"major\"}");

    var answer =
        house.post("/api/v1/status-page/posts/" + draft.get("id").asString() + "/approve", "{}");

    assertThat(answer.statusCode()).isEqualTo(409);
    var problem = House.json(answer);
    assertThat(problem.get("type").asString()).endsWith("/approval-voided");
    assertThat(problem.get("differences").get(0))
        .isEqualTo(JSON.readTree("{\"field\":\"impact\",\"was\":\"minor\",\"now\":\"major\"}"));
  }

  @Test
  void badInputIsNamedByItsField() {
    var id = open(component("Builds")).get("id").asString();

    var silent =
        say(id, Map.of("status", "investigating", "body", "Builds wait.", "publish", true));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(House.json(silent).get("errors").get(0).get("field").asString())
        .isEqualTo("nextUpdateAt");
    assertThat(house.post("/api/v1/status-page/incidents", "{}").statusCode()).isEqualTo(422);
    assertThat(
            say(id, Map.of("status", "panicking", "body", "Builds wait.", "nextUpdateAt", in(20)))
                .statusCode())
        .isEqualTo(422);
    assertThat(house.get("/api/v1/status-page/maintenances").statusCode()).isEqualTo(501);
    assertThat(house.get("/api/v1/status-page/incidents/nobodyknows1").statusCode()).isEqualTo(404);
  }

  @Test
  void theDemoPageHasNinetyDaysOfHistory() {
    pass();

    assertThat(readers.get("/history.atom").body()).contains("Requests to apps in us-east failed");
    var status = House.json(readers.get("/status.json"));
    assertThat(status.get("page").get("name").asString()).isEqualTo("Caminho");
    assertThat(status.get("components").size()).isGreaterThanOrEqualTo(7);
    for (var one : status.get("components")) {
      if (one.get("name").asString().equals("HTTP routing")) {
        assertThat(one.get("uptime90").get("percent").asString()).isEqualTo("99.95");
      }
    }
  }

  @Test
  void anybodyCanRecomputeAnUptime() {
    var asked =
        """
        {"method":"farol","timeZone":"Europe/Dublin","from":"2026-10-25T00:00:00+01:00",
         "to":"2026-10-26T00:00:00Z","components":[{"name":"Routing","claims":[
           {"from":"2026-10-25T10:00:00Z","to":"2026-10-25T10:10:00Z","state":"partial_outage"},
           {"from":"2026-10-25T10:05:00Z","to":"2026-10-25T11:00:00Z","state":"major_outage"}]}]}
        """;

    var answer = House.json(house.post("/api/v1/uptime-calculations", asked));

    var routing = answer.get("components").get(0);
    assertThat(routing.get("percent").asString()).isEqualTo("96.23");
    assertThat(routing.get("ms").get("major_outage").asLong()).isEqualTo(3_300_000);
    assertThat(routing.get("days").size()).isEqualTo(1);
    assertThat(routing.get("days").get(0).get("lengthMs").asLong()).isEqualTo(90_000_000);
    var wrong = house.post("/api/v1/uptime-calculations", asked.replace("11:00:00Z", "09:00:00Z"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(House.json(wrong).get("errors").get(0).get("field").asString())
        .isEqualTo("components[0].claims[1].to");
  }
}
