package farol.alerting.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.alert.AlertFilter;
import farol.alerting.alert.AlertHouse;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Proxies;
import farol.alerting.door.DoorKit;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class AlertApiTest {
  private final AlertHouse house =
      AlertHouse.in(TestDatabase.with("alerting"), SettableClock.at("2026-03-02T09:00:00.123456Z"));
  private Actor actor = house.actor("ana");
  private final MockMvc api =
      DoorKit.of(
          () -> actor,
          new AlertController(house.board(), house.desk(), new Proxies(house.catalog().catalog())),
          new IntegrationController(house.integrationDesk(), house.catalog().catalog()),
          new PagerDutyController(house.gate()),
          new UnbuiltAlertingController());

  @Test
  void answersAnAlertInItsShape() throws Exception {
    trigger("k1");

    api.perform(get("/api/v1/alerts/" + number("k1")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.dedupKey").value("k1"))
        .andExpect(jsonPath("$.integration.key").value(AlertHouse.KEY))
        .andExpect(jsonPath("$.integration.kind").value("PAGERDUTY"))
        .andExpect(jsonPath("$.service").value("router"))
        .andExpect(jsonPath("$.team").value("routing"))
        .andExpect(jsonPath("$.severity").value("CRITICAL"))
        .andExpect(jsonPath("$.urgency").value("HIGH"))
        .andExpect(jsonPath("$.state").value("TRIGGERED"))
        .andExpect(jsonPath("$.outcome").isEmpty())
        .andExpect(jsonPath("$.suppression").isEmpty())
        .andExpect(jsonPath("$.count").value(1))
        .andExpect(jsonPath("$.group.size").value(1))
        .andExpect(jsonPath("$.acceptedAt").value("2026-03-02T09:00:00.123Z"))
        .andExpect(jsonPath("$.pages", hasSize(0)))
        .andExpect(jsonPath("$.escalation").isEmpty())
        .andExpect(jsonPath("$.events[0].type").value("TRIGGERED"));
  }

  @Test
  void filtersAndPagesNewestFirst() throws Exception {
    for (var key : new String[] {"k1", "k2", "k3"}) {
      trigger(key);
    }

    api.perform(get("/api/v1/alerts?limit=2&service=router&team=routing&state=triggered"))
        .andExpect(jsonPath("$.items[0].dedupKey").value("k3"))
        .andExpect(jsonPath("$.items[1].dedupKey").value("k2"))
        .andExpect(jsonPath("$.items[0].events").doesNotExist())
        .andExpect(jsonPath("$.next").value(String.valueOf(number("k2"))));
    api.perform(get("/api/v1/alerts?limit=2&cursor=" + number("k2")))
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.next").isEmpty());
    api.perform(get("/api/v1/alerts?dedupKey=k1&integration=" + AlertHouse.KEY))
        .andExpect(jsonPath("$.items", hasSize(1)));
    api.perform(get("/api/v1/alerts?q=K2 is&from=2026-03-02T09:00:00Z"))
        .andExpect(jsonPath("$.items", hasSize(1)));
    api.perform(get("/api/v1/alerts?until=2026-03-02T09:00:00Z"))
        .andExpect(jsonPath("$.items", hasSize(0)));
    api.perform(get("/api/v1/alerts?severity=INFO")).andExpect(jsonPath("$.items", hasSize(0)));
    api.perform(get("/api/v1/alerts?severity=AWFUL")).andExpect(status().is(422));
    api.perform(get("/api/v1/alerts?limit=501")).andExpect(status().is(422));
  }

  @Test
  void acknowledgesForThePersonAnAdministratorsTokenNames() throws Exception {
    trigger("k1");
    var path = "/api/v1/alerts/%d/acknowledgement".formatted(number("k1"));
    command(path, "{\"person\":\"bo\"}").andExpect(status().isForbidden());

    actor = new Actor(house.catalog().admin().person(), Actor.Via.TOKEN, null, "test");
    command(path, "{\"person\":\"nobody\"}").andExpect(status().is(422));
    command(path, "{\"person\":\"bo\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("ACKNOWLEDGED"))
        .andExpect(jsonPath("$.acknowledgedBy").value("bo"));
  }

  @Test
  void refusesIllegalUnknownAndUnbuilt() throws Exception {
    trigger("k1");
    var path = "/api/v1/alerts/%d".formatted(number("k1"));

    api.perform(post(path + "/resolution")).andExpect(status().isOk());
    api.perform(post(path + "/acknowledgement")).andExpect(status().isConflict());
    api.perform(post(path + "/snooze")).andExpect(status().isNotImplemented());
    command(path + "/note", "{}").andExpect(status().is(422));
    command(path + "/note", "{\"text\":\"the cache\"}")
        .andExpect(jsonPath("$.events[2].text").value("the cache"));
    api.perform(get("/api/v1/alerts/no-such-thing")).andExpect(status().isNotFound());
    api.perform(post("/api/v1/silences")).andExpect(status().isNotImplemented());
  }

  @Test
  void keepsTheFormerKeyWorkingForADay() throws Exception {
    actor = house.catalog().admin();
    var integration = house.integrationDesk().integrations().getFirst();

    api.perform(post("/api/v1/integrations/%s/rotation".formatted(integration.id().value())))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.key", matchesPattern("[0-9a-zA-Z]{32}")));
    trigger("k1");

    var all = house.integrationDesk().integrations();
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().key()).isNotEqualTo(AlertHouse.KEY);
    assertThat(all.getFirst().lastReceivedAt()).isNotNull();
  }

  @Test
  void makesIntegrationsAndMasksTheirKeys() throws Exception {
    actor = house.catalog().admin();
    command(
            "/api/v1/integrations",
            "{\"name\":\"am\",\"service\":\"router\",\"kind\":\"ALERTMANAGER\"}")
        .andExpect(status().isCreated())
        .andExpect(header().exists("Location"))
        .andExpect(jsonPath("$.key", matchesPattern("[0-9a-zA-Z]{32}")));
    command("/api/v1/integrations", "{\"kind\":\"FAX\"}").andExpect(status().is(422));
    command("/api/v1/integrations", "{\"key\":\"short\"}")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors", hasSize(4)));

    actor = house.actor("bo");
    api.perform(get("/api/v1/integrations"))
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[0].key").value("test…"));
    actor = house.actor("ana");
    api.perform(get("/api/v1/integrations"))
        .andExpect(jsonPath("$.items[0].key").value(AlertHouse.KEY));
  }

  private ResultActions command(String path, String body) throws Exception {
    return api.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private void trigger(String key) throws Exception {
    command(
            "/v2/enqueue",
            """
            {"routing_key":"%s","event_action":"trigger","dedup_key":"%s",
             "payload":{"summary":"%s is down","source":"x","severity":"critical"}}
            """
                .formatted(AlertHouse.KEY, key, key))
        .andExpect(status().isAccepted());
  }

  private long number(String key) {
    return house
        .board()
        .alerts(new AlertFilter(key, null, null, null, null, null, null, null, null), 1, null)
        .items()
        .getFirst()
        .number();
  }
}
