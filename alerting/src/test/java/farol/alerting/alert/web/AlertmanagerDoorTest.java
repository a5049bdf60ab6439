package farol.alerting.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.alert.AlertFilter;
import farol.alerting.alert.AlertHouse;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.Severity;
import farol.alerting.catalog.Grouping;
import farol.alerting.door.DoorKit;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class AlertmanagerDoorTest {
  private static final String PATH = "/integrations/%s/alertmanager".formatted(AlertHouse.KEY);

  private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
  private final TestDatabase database = TestDatabase.with("alerting");
  private final AlertHouse house =
      AlertHouse.in(database, clock, new Grouping(Grouping.Mode.BY_SENDER, List.of(), null, null));
  private final MockMvc door =
      DoorKit.of(
          () -> house.actor("ana"),
          new SenderController(house.gate(), clock),
          new OpsgenieController(house.gate()));

  @Test
  void takesEachEntryByItsOwnStatus() throws Exception {
    send("""
            {"version":"4","status":"firing","groupKey":"{}:{}","receiver":"farol",
             "externalURL":"http://am:9093","alerts":[
              {"status":"firing","labels":{"alertname":"RouterDown","severity":"page",
                 "instance":"router-1"},"annotations":{"summary":"Router 1 is down",
                 "runbook_url":"https://runbooks/router"},
               "startsAt":"2026-03-02T08:59:00.123456789Z","endsAt":"0001-01-01T00:00:00Z",
               "generatorURL":"http://prom/graph","fingerprint":"00aa11bb22cc33dd"},
              {"status":"resolved","labels":{"alertname":"Never"},"annotations":{},
               "startsAt":"2026-03-02T08:00:00Z","endsAt":"2026-03-02T08:30:00Z"},
              {"status":"firing","labels":{"alertname":"RouterSlow","empty":""},
               "annotations":{},"startsAt":"2026-03-02T08:59:00-03:00"},
              "rubbish"]}
            """)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.accepted").value(3));

    var alerts = house.board().alerts(AlertFilter.ALL, 10, null).items();
    assertThat(alerts)
        .extracting(alert -> alert.summary())
        .containsExactlyInAnyOrder("Router 1 is down", "RouterSlow");
    var down =
        alerts.stream().filter(a -> a.dedupKey().equals("00aa11bb22cc33dd")).findFirst().get();
    assertThat(down.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(down.source()).isEqualTo("router-1");
    assertThat(down.groupSize()).isEqualTo(2);
    assertThat(down.links()).extracting(l -> l.text()).contains("Runbook", "Source");
    var slow = alerts.stream().filter(a -> a.summary().equals("RouterSlow")).findFirst().get();
    assertThat(slow.severity()).isEqualTo(Severity.ERROR);
    assertThat(slow.dedupKey()).matches("[0-9a-f]{16}");
    assertThat(slow.labels()).containsOnlyKeys("alertname");
  }

  @Test
  void resolvesByFingerprint() throws Exception {
    send(one("firing", "0001-01-01T00:00:00Z")).andExpect(status().isAccepted());
    send(one("resolved", "2026-03-02T08:59:30Z")).andExpect(status().isAccepted());
    send(one("firing", "0001-01-01T00:00:00Z")).andExpect(status().isAccepted());

    var alerts = house.board().alerts(AlertFilter.ALL, 10, null).items();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.getFirst().state()).isEqualTo(AlertState.RESOLVED);
  }

  @Test
  void recordsAnEmptyList() throws Exception {
    send("{\"version\":\"4\",\"alerts\":[]}")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.accepted").value(0));

    assertThat(database.jdbc().sql("select action from alerting.signal").query(String.class).list())
        .containsExactly("NONE");
  }

  @Test
  void refusesWhatItCannotReadAndWhomItDoesNotKnow() throws Exception {
    send("no json").andExpect(status().isBadRequest());
    send("{}").andExpect(status().isBadRequest());
    send("{\"alerts\":\"none\"}").andExpect(status().isBadRequest());
    door.perform(post("/integrations/nobodysKey/alertmanager").content("{\"alerts\":[]}"))
        .andExpect(status().isNotFound());
  }

  @Test
  void asksToTryAgainWhenTheDatabaseIsAway() throws Exception {
    database.jdbc().sql("alter table alerting.signal rename to away").update();

    send(one("firing", "0001-01-01T00:00:00Z"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "5"));
  }

  @Test
  void saysPlainlyWhatIsNotBuilt() throws Exception {
    door.perform(post("/integrations/%s/grafana".formatted(AlertHouse.KEY)))
        .andExpect(status().isNotImplemented());
    door.perform(get("/integrations/%s/api/v2/status".formatted(AlertHouse.KEY)))
        .andExpect(status().isNotImplemented());
    door.perform(post("/integrations/nobodysKey/events")).andExpect(status().isNotFound());
    door.perform(get("/heartbeats/anything")).andExpect(status().isNotFound());
    door.perform(post("/v2/alerts")).andExpect(status().isUnauthorized());
    door.perform(post("/v2/alerts").header("Authorization", "GenieKey nobodys"))
        .andExpect(status().isForbidden());
    door.perform(get("/v2/alerts/x").header("Authorization", "GenieKey " + AlertHouse.KEY))
        .andExpect(status().isNotImplemented());
  }

  private static String one(String status, String endsAt) {
    return """
    {"version":"4","alerts":[{"status":"%s","labels":{"alertname":"A"},"annotations":{},
     "startsAt":"2026-03-02T08:58:00Z","endsAt":"%s"}]}
    """
        .formatted(status, endsAt);
  }

  private ResultActions send(String body) throws Exception {
    return door.perform(post(PATH).content(body));
  }
}
