package farol.alerting.notify.web;

import static farol.alerting.notify.PagingHouse.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.alert.AlertState;
import farol.alerting.door.DoorKit;
import farol.alerting.notify.AcknowledgeByLink;
import farol.alerting.notify.ContactMethodDesk;
import farol.alerting.notify.Outbox;
import farol.alerting.notify.PageLedger;
import farol.alerting.notify.PagingHouse;
import farol.alerting.storage.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class NotifyDoorsTest {
  private static final int PAGE_MAX = 10 * 1_024;

  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final PagingHouse house = PagingHouse.open(clock, Map.of());
  private final MockMvc doors =
      DoorKit.of(
          () -> house.people().admin(),
          new AcknowledgeController(house.bean(AcknowledgeByLink.class)),
          new ContactMethodController(house.bean(ContactMethodDesk.class)),
          new PageLedgerController(house.bean(PageLedger.class)));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theLinkShowsOneButtonAcknowledgesOnceAndThenSaysWhatStands() throws Exception {
    house.ladder("one", 1, target("PERSON", "ana"));
    var group = house.trigger("one", "<script>alert(1)</script> is down");
    house.climb();
    house.send();
    var link = link();

    var shown =
        doors
            .perform(get(link))
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(content().string(containsString("<button type=\"submit\">Acknowledge")))
            .andExpect(content().string(not(containsString("<script"))))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(shown.getBytes(StandardCharsets.UTF_8).length).isLessThan(PAGE_MAX);
    assertThat(house.groups().group(group.id()).orElseThrow().state())
        .isEqualTo(AlertState.TRIGGERED);

    doors
        .perform(post(link))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Acknowledged. You have it, ana.")));
    doors
        .perform(post(link))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("ana has it.")))
        .andExpect(content().string(not(containsString("<button"))));
    clock.advance(Duration.ofDays(2));
    doors.perform(get(link)).andExpect(status().isGone());
    doors.perform(get("/a/forged")).andExpect(status().isNotFound());
  }

  private String link() {
    var text = house.bean(Outbox.class).newest(1).getFirst().text();
    var found = Pattern.compile("/a/[A-Za-z0-9_-]+").matcher(text);
    assertThat(found.find()).isTrue();
    return found.group();
  }

  @Test
  void contactMethodsAndRulesHaveTheShapeOfTheApi() throws Exception {
    var created =
        doors
            .perform(
                json(
                    post("/api/v1/people/ana/contact-methods"),
                    """
                    {"type": "EMAIL", "address": "ana@caminho.example", "attested": true}
                    """))
            .andExpect(status().isCreated())
            .andExpect(header().exists("Location"))
            .andExpect(jsonPath("$.type").value("EMAIL"))
            .andExpect(jsonPath("$.address").value("a***@caminho.example"))
            .andExpect(jsonPath("$.state").value("VERIFIED"))
            .andExpect(jsonPath("$.secret").doesNotExist())
            .andReturn()
            .getResponse()
            .getContentAsString();
    var id = created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    doors
        .perform(
            json(
                put("/api/v1/people/ana/notification-rules"),
                "{\"high\": [{\"afterSeconds\": 60, \"contactMethod\": \"" + id + "\"}]}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.high[0].afterSeconds").value(60))
        .andExpect(jsonPath("$.high[0].contactMethod").value(id))
        .andExpect(jsonPath("$.low").isEmpty());
    doors
        .perform(
            json(
                post("/api/v1/people/ana/contact-methods"),
                "{\"type\": \"VOICE\", \"address\": \"+15550100\"}"))
        .andExpect(status().isNotImplemented());
    doors
        .perform(json(post("/api/v1/people/nobody/contact-methods"), "{\"type\": \"EMAIL\"}"))
        .andExpect(status().isNotFound());
  }

  @Test
  void theLedgerHasTheShapeOfTheApi() throws Exception {
    house.ladder("one", 1, target("PERSON", "ana"));
    var group = house.trigger("one");
    house.climb();

    doors
        .perform(get("/api/v1/page-ledger").param("person", "ana"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.next").isEmpty())
        .andExpect(jsonPath("$.items[0].alert").value(group.cause().value().toString()))
        .andExpect(jsonPath("$.items[0].dedupKey").value(group.dedupKey()))
        .andExpect(jsonPath("$.items[0].person").value("ana"))
        .andExpect(jsonPath("$.items[0].target").value("PERSON"))
        .andExpect(jsonPath("$.items[0].channel").value("EMAIL"))
        .andExpect(jsonPath("$.items[0].rule").value("FALLBACK"))
        .andExpect(jsonPath("$.items[0].state").value("PLANNED"))
        .andExpect(jsonPath("$.items[0].attempts").value(0))
        .andExpect(jsonPath("$.items[0].possibleDuplicate").value(false));
    doors
        .perform(get("/api/v1/page-ledger/reconciliation"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.accepted").value(0))
        .andExpect(jsonPath("$.unaccounted").value(0))
        .andExpect(jsonPath("$.unaccountedAlerts").isEmpty());
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
