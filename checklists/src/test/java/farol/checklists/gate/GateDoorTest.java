package farol.checklists.gate;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.catalog.Actor;
import farol.checklists.Room;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class GateDoorTest {
  private static final String DOOR = "/api/v1/services/checkout/launch-gate";
  private final Room room = new Room("");
  private final MockMvcTester doors =
      MockMvcTester.create(
          MockMvcBuilders.standaloneSetup(room.all(RestController.class).toArray())
              .setCustomArgumentResolvers(new Acting())
              .build());

  /** Everybody is the administrator here: who acts is decided by the console. */
  private final class Acting implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return room.caminho.as(room.caminho.admin);
    }
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void answersTheVerdictWithEveryCheck() {
    var answer = doors.get().uri(DOOR).exchange();

    assertThat(answer).hasStatus(200);
    assertThat(answer).bodyJson().extractingPath("$.verdict").isEqualTo("deny");
    assertThat(answer).bodyJson().extractingPath("$.currentStage").isEqualTo("prototype");
    assertThat(answer).bodyJson().extractingPath("$.hypothetical").isEqualTo(false);
    assertThat(answer).bodyJson().extractingPath("$.validUntil").isNull();
    assertThat(answer).bodyJson().extractingPath("$.score.applicable").isEqualTo(8);
    assertThat(answer).bodyJson().extractingPath("$.checks.length()").isEqualTo(10);
    assertThat(answer).bodyJson().extractingPath("$.checks[6].waiverMax").isEqualTo("P7D");
    assertThat(answer).bodyJson().extractingPath("$.checks[8].state").isEqualTo("at-launch");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.links.console")
        .isEqualTo("/services/checkout/readiness");
  }

  @Test
  void enforcingAnswersAProblemWithTheSameFields() {
    var answer = doors.get().uri(DOOR + "?enforce=true").exchange();

    assertThat(answer).hasStatus(409).hasContentType("application/problem+json");
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("gate-denied");
    assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(409);
    assertThat(answer).bodyJson().extractingPath("$.checks[0].id").isEqualTo("ops-docs");
  }

  @Test
  void speaksPlainTextToAShell() throws Exception {
    var answer = doors.get().uri(DOOR + "?enforce=true").accept(MediaType.TEXT_PLAIN).exchange();

    assertThat(answer).hasStatus(409);
    var lines = answer.getResponse().getContentAsString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(11);
    assertThat(lines.getFirst()).isEqualTo("MISSING ops-docs  No evidence yet");
    assertThat(lines.getLast()).startsWith("DENY: 8 of 8 checks do not hold");
  }

  @Test
  void judgesFactsThatItNeverKept() {
    var body =
        """
        {"evaluations":[{"now":"2026-03-02T09:00:00Z","stage":"production",
          "service":{"slug":"x","tier":1,"type":"service","stage":"beta","launchedAt":null,"adopted":false},
          "checklists":[{"checklist":"v1","id":"one","title":"One","gates":"production","version":1,
            "effectiveFrom":"2026-01-01T00:00:00Z","checks":[{"id":"a","title":"A",
            "evidence":{"collector":"tls-probe","ttl":"PT24H","push":true},"waiver":{"max":"P7D"}}]}],
          "evidence":[{"id":"1","check":"a","checkRevision":1,"kind":"collected","collector":"tls-probe",
            "result":"pass","observedAt":"2026-03-02T08:00:00Z","recordedAt":"2026-03-02T08:00:00Z","ttl":null}],
          "waivers":[],"tailorings":[]}]}
        """;

    var answer = evaluations(body);

    assertThat(answer).hasStatus(200);
    assertThat(answer).bodyJson().extractingPath("$.items[0].verdict").isEqualTo("allow");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.items[0].validUntil")
        .isEqualTo("2026-03-03T08:00:00Z");
    assertThat(answer).bodyJson().extractingPath("$.items[0].standing").isNull();
    assertThat(evaluations(body.replace("PT24H", "soon")))
        .failure()
        .hasStackTraceContaining("evaluations[0].checklists[0].checks[0].evidence.ttl");
  }

  @Test
  void answersTheChecklistAsDocumentAndAsText() throws Exception {
    var json = doors.get().uri("/api/v1/checklists/production-readiness").exchange();
    var yaml =
        doors
            .get()
            .uri("/api/v1/checklists/production-readiness")
            .header("Accept", "application/yaml")
            .exchange();

    assertThat(json).bodyJson().extractingPath("$.version").isEqualTo(1);
    assertThat(json).bodyJson().extractingPath("$.checks[2].evidence.attest.link").isEqualTo(true);
    assertThat(yaml.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .startsWith("checklist: v1\nid: production-readiness\n");
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult evaluations(String body) {
    return doors
        .post()
        .uri("/api/v1/gate-evaluations")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }
}
