package farol.alerting.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasLength;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertFilter;
import farol.alerting.alert.AlertHouse;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.Link;
import farol.alerting.alert.Severity;
import farol.alerting.door.DoorKit;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class PagerDutyDoorTest {
  private final TestDatabase database = TestDatabase.with("alerting");
  private final AlertHouse house =
      AlertHouse.in(database, SettableClock.at("2026-03-02T09:00:00Z"));
  private final MockMvc door =
      DoorKit.of(() -> house.actor("ana"), new PagerDutyController(house.gate()));

  @Test
  void acceptsATriggerAndSaysItsKey() throws Exception {
    enqueue(
            """
            {"routing_key":"%s","event_action":"trigger","dedup_key":"k1",
             "payload":{"summary":"Router down","source":"router-1","severity":"critical",
                        "component":"edge","custom_details":{"free":{"disk":3}}},
             "client":"Monitor","client_url":"https://monitor.example/1",
             "links":[{"href":"javascript:alert(1)","text":"no"},{"href":"http://a.example"}],
             "nobody":"knows this"}
            """
                .formatted(AlertHouse.KEY))
        .andExpect(status().isAccepted())
        .andExpect(
            content()
                .json(
                    """
                    {"status":"success","message":"Event processed","dedup_key":"k1"}
                    """));

    var alert = only();
    assertThat(alert.summary()).isEqualTo("Router down");
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.source()).isEqualTo("router-1");
    assertThat(alert.labels()).containsEntry("component", "edge");
    assertThat(alert.details()).containsKey("free");
    assertThat(alert.links())
        .containsExactly(
            new Link("https://monitor.example/1", "Monitor"),
            new Link("http://a.example", "http://a.example"));
  }

  @Test
  void generatesAKeyWhenTheTriggerBringsNone() throws Exception {
    enqueue(trigger("\"summary\":\"s\",\"source\":\"x\",\"severity\":\"info\""))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.dedup_key", hasLength(32)));
  }

  @Test
  void namesEveryFault() throws Exception {
    enqueue("{\"routing_key\":\"short\",\"payload\":{}}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.status").value("invalid event"))
        .andExpect(jsonPath("$.message").value("Event object is invalid"))
        .andExpect(jsonPath("$.errors[0]").value("'routing_key' length should be 32"))
        .andExpect(jsonPath("$.errors[1]").value("'event_action' is missing or blank"))
        .andExpect(jsonPath("$.errors[2]").value("'dedup_key' is missing or blank"));
    enqueue(trigger("\"source\":\" \""))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0]").value("'payload.summary' is missing or blank"))
        .andExpect(jsonPath("$.errors[1]").value("'payload.source' is missing or blank"))
        .andExpect(jsonPath("$.errors[2]").value("'payload.severity' is missing or blank"));
  }

  @Test
  void refusesAKeyThatIsNobodys() throws Exception {
    enqueue(
            """
            {"routing_key":"nobodysKeyAtAll00000000000000001","event_action":"resolve",
             "dedup_key":"k1"}
            """)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0]", containsString("routing_key")));
  }

  @ParameterizedTest
  @CsvSource({
    "'{', JSON parse error",
    "'[]', JSON parse error",
    "'', JSON parse error",
    "'{\"a\":1,\"a\":2}', JSON parse error"
  })
  void saysThatItCannotRead(String body, String error) throws Exception {
    enqueue(body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.status").value("Unrecognized object"))
        .andExpect(jsonPath("$.errors[0]").value(error));
  }

  @Test
  void refusesDeepJsonAndBrokenUtf8() throws Exception {
    enqueue("{\"payload\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}")
        .andExpect(status().isBadRequest());
    door.perform(post("/v2/enqueue").content(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}))
        .andExpect(status().isBadRequest());
  }

  @Test
  void refusesABodyOverTheLimitEvenInflated() throws Exception {
    enqueue(" ".repeat(IntakeBody.BODY_MAX + 1)).andExpect(status().is(413));
    door.perform(
            post("/v2/enqueue")
                .header("Content-Encoding", "gzip")
                .content(gzip(" ".repeat(IntakeBody.INFLATED_MAX + 1))))
        .andExpect(status().is(413));
  }

  @Test
  void takesGzipAndAnyContentType() throws Exception {
    var event = trigger("\"summary\":\"s\",\"source\":\"x\",\"severity\":\"warning\"");

    door.perform(
            post("/v2/enqueue")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Content-Encoding", "gzip")
                .content(gzip(event)))
        .andExpect(status().isAccepted());

    assertThat(only().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void cutsWhatIsTooLongInsteadOfLosingAPage() throws Exception {
    enqueue(
            trigger(
                "\"summary\":\"%s\",\"source\":\"x\",\"severity\":\"awful\",\"custom_details\":\"%s\""
                    .formatted("s".repeat(2_000), "d".repeat(100_000))))
        .andExpect(status().isAccepted());

    var alert = only();
    assertThat(alert.summary()).hasSize(1_024).endsWith("…");
    assertThat(alert.severity()).isEqualTo(Severity.ERROR);
    assertThat(alert.details()).containsEntry("cut", true);
  }

  @Test
  void storesWhatTheDatabaseCannotHoldAsReplaced() throws Exception {
    enqueue(
            trigger(
                """
                "summary":"a\\u0000b\\ud800c","source":"x","severity":"error",
                "custom_details":{"k\\u0000":["\\u0000",{"z":"\\udfff"}]}
                """))
        .andExpect(status().isAccepted());

    assertThat(only().summary()).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(only().details())
        .containsEntry("k\uFFFD", List.of("\uFFFD", java.util.Map.of("z", "\uFFFD")));
  }

  @Test
  void resolvesAndAcknowledgesByKey() throws Exception {
    enqueue(
            trigger("\"summary\":\"s\",\"source\":\"x\",\"severity\":\"info\"")
                .replace("\"trigger\"", "\"trigger\",\"dedup_key\":\"k1\""))
        .andExpect(status().isAccepted());

    enqueue(action("acknowledge")).andExpect(status().isAccepted());
    assertThat(only().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    enqueue(action("resolve")).andExpect(status().isAccepted());
    assertThat(only().state()).isEqualTo(AlertState.RESOLVED);
  }

  @Test
  void takesAChangeWithoutAnAlert() throws Exception {
    door.perform(
            post("/v2/change/enqueue")
                .content(
                    """
                    {"routing_key":"%s","payload":{"summary":"Released v12"}}
                    """
                        .formatted(AlertHouse.KEY)))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.message").value("Change event processed"));

    assertThat(house.board().alerts(AlertFilter.ALL, 10, null).items()).isEmpty();
    assertThat(
            database
                .jdbc()
                .sql("select summary from alerting.change_event")
                .query(String.class)
                .list())
        .containsExactly("Released v12");
  }

  @Test
  void asksForPatienceWhenTheDatabaseIsAway() throws Exception {
    database.jdbc().sql("alter table alerting.signal rename to away").update();

    enqueue(trigger("\"summary\":\"s\",\"source\":\"x\",\"severity\":\"info\""))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", "5"))
        .andExpect(jsonPath("$.status").value("throttle exceeded"));
  }

  private static String action(String action) {
    return """
    {"routing_key":"%s","event_action":"%s","dedup_key":"k1"}
    """
        .formatted(AlertHouse.KEY, action);
  }

  private static String trigger(String payload) {
    return """
    {"routing_key":"%s","event_action":"trigger","payload":{%s}}
    """
        .formatted(AlertHouse.KEY, payload);
  }

  private static byte[] gzip(String text) throws IOException {
    var octets = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(octets)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return octets.toByteArray();
  }

  private ResultActions enqueue(String body) throws Exception {
    return door.perform(post("/v2/enqueue").content(body.getBytes(StandardCharsets.UTF_8)));
  }

  private AlertDetail only() {
    var all = house.board().alerts(AlertFilter.ALL, 10, null).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
