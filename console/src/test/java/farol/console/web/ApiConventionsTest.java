package farol.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import farol.console.House;
import farol.console.HouseTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class ApiConventionsTest {
  @LocalServerPort int port;
  House house;

  @BeforeEach
  void address() {
    house = new House("http://localhost:" + port, HouseTest.ADMIN_TOKEN);
  }

  private static String newPerson() {
    return """
    {"handle":"p-%s","name":"Somebody","email":"somebody@example.com"}"""
        .formatted(UUID.randomUUID().toString().substring(0, 8));
  }

  private static void isProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var problem = House.json(answer);
    assertThat(problem.get("type").asString()).endsWith("/" + code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(problem.get("traceId").asString()).hasSize(32);
  }

  @Test
  void refusesACallWithoutToken() {
    isProblem(house.as("").get("/api/v1/people"), 401, "unauthorized");
  }

  @Test
  void refusesAnUnknownToken() {
    isProblem(house.as("nobody-has-this").get("/api/v1/people"), 401, "unauthorized");
  }

  @Test
  void answersAnUnknownPathAsAProblem() {
    isProblem(house.get("/api/v1/nothing-here"), 404, "not-found");
  }

  @Test
  void answersAnotherMethodOnAKnownPathWith405() {
    isProblem(house.send("DELETE", "/api/v1/people", ""), 405, "method-not-allowed");
  }

  @Test
  void answersBrokenJsonWith400() {
    isProblem(house.post("/api/v1/people", "{\"handle\":"), 400, "unreadable");
  }

  @Test
  void answersTheSameMemberTwiceWith400() {
    isProblem(
        house.post("/api/v1/people", "{\"handle\":\"a\",\"handle\":\"b\"}"), 400, "unreadable");
  }

  @Test
  void answersDeepJsonWith400() {
    isProblem(
        house.post("/api/v1/people", "{\"unknown\":" + "[".repeat(100_000)), 400, "unreadable");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    var answer = house.post("/api/v1/people", "{\"handle\":\"Not A Handle\",\"name\":\"N\"}");

    isProblem(answer, 422, "invalid");
    assertThat(House.json(answer).get("errors").get(0).get("field").asString()).isEqualTo("handle");
  }

  @Test
  void namesTheFieldOfAWrongType() {
    var answer = house.post("/api/v1/people", "{\"handle\":{\"a\":1}}");

    isProblem(answer, 422, "invalid");
    assertThat(House.json(answer).get("errors").get(0).get("field").asString()).isEqualTo("handle");
  }

  @Test
  void refusesABodyOverOneMebibyte() {
    isProblem(
        house.post("/api/v1/people", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}"),
        413,
        "too-large");
  }

  @Test
  void answersARepeatedRequestAsTheFirstTime() {
    var body = newPerson();
    var key = UUID.randomUUID().toString();

    var first = house.post("/api/v1/people", body, "Idempotency-Key", key);
    var second = house.post("/api/v1/people", body, "Idempotency-Key", key);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
  }

  @Test
  void refusesAnIdempotencyKeyForAnotherBody() {
    var key = UUID.randomUUID().toString();
    house.post("/api/v1/people", newPerson(), "Idempotency-Key", key);

    var other = house.post("/api/v1/people", newPerson(), "Idempotency-Key", key);

    isProblem(other, 409, "idempotency-key-reused");
  }

  @Test
  void actsForThePersonAnAdministratorNames() {
    var answer = house.post("/api/v1/people", newPerson(), "Farol-Person", "ana");

    isProblem(answer, 403, "forbidden");
  }

  @Test
  void refusesToActForSomebodyUnknown() {
    isProblem(house.get("/api/v1/people", "Farol-Person", "nobody-at-all"), 422, "invalid");
  }

  @Test
  void refusesToActForOthersWithAnOrdinaryToken() {
    var made =
        house.post(
            "/api/v1/people/ana/api-tokens",
            "{\"name\":\"t\",\"scope\":\"respond\",\"expiresIn\":\"PT1H\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var anas = house.as(House.json(made).get("token").asString());

    isProblem(anas.get("/api/v1/people", "Farol-Person", "bo"), 403, "forbidden");
    assertThat(anas.get("/api/v1/people").statusCode()).isEqualTo(200);
  }

  @Test
  void aRevokedTokenOpensNothing() {
    var made =
        House.json(
            house.post("/api/v1/people/bo/api-tokens", "{\"name\":\"t\",\"scope\":\"read\"}"));
    var bos = house.as(made.get("token").asString());

    house.send("DELETE", "/api/v1/people/bo/api-tokens/" + made.get("id").asString(), "");

    isProblem(bos.get("/api/v1/people"), 401, "unauthorized");
  }

  @Test
  void describesItselfAsOpenApi() {
    var answer = house.get("/api/v1/openapi.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(House.json(answer).get("openapi").asString()).startsWith("3.1");
    assertThat(House.json(answer).get("paths").has("/api/v1/people")).isTrue();
  }
}
