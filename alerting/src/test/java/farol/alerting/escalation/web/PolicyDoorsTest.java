package farol.alerting.escalation.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.door.DoorKit;
import farol.alerting.escalation.PolicyDesk;
import farol.alerting.notify.PagingHouse;
import farol.alerting.storage.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

class PolicyDoorsTest {
  private static final String LADDER =
      """
      {"slug":"router-ladder","name":"Router","team":"routing","passes":2,
       "acknowledgementTimeoutSeconds":1800,"levels":[
       {"targets":[{"type":"ON_CALL","schedule":"%s"}],"escalateAfterSeconds":%d},
       {"targets":[{"type":"ROTATION_TEAM","schedule":"routing-primary"}],
        "escalateAfterSeconds":300,"quorum":%d,"assignment":"ALL"},
       {"targets":[{"type":"TEAM_MANAGER"}],"escalateAfterSeconds":300},
       {"targets":[{"type":"INCIDENT_COMMANDER"}],"escalateAfterSeconds":300}]}
      """;

  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final PagingHouse house = PagingHouse.open(clock, Map.of());
  private final MockMvc doors =
      DoorKit.of(() -> house.people().admin(), new PolicyController(house.bean(PolicyDesk.class)));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPolicyIsCreatedAndChangedByVersions() throws Exception {
    doors
        .perform(
            post("/api/v1/escalation-policies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(LADDER.formatted("routing-primary", 300, 1)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.levels[1].targets[0].type").value("ROTATION_TEAM"))
        .andExpect(jsonPath("$.levels[0].quorum").value(1))
        .andExpect(jsonPath("$.warnings").isEmpty());
    doors
        .perform(
            put("/api/v1/escalation-policies/router-ladder")
                .contentType(MediaType.APPLICATION_JSON)
                .content(LADDER.formatted("routing-primary", 5, 1)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(2))
        .andExpect(jsonPath("$.warnings.length()").value(1));
  }

  @Test
  void whatIsWrongOrNotBuiltIsRefused() throws Exception {
    refused(LADDER.formatted("no-such-schedule", 300, 1), 422);
    refused(LADDER.formatted("routing-primary", 0, 1), 422);
    refused(LADDER.formatted("routing-primary", 86_401, 1), 422);
    refused(LADDER.formatted("routing-primary", 300, 2), 501);
    refused("{\"slug\":\"empty\",\"levels\":[]}", 422);
    refused("{\"levels\":[]}", 422);
    doors.perform(post("/api/v1/page-simulations")).andExpect(status().isNotImplemented());
  }

  private void refused(String body, int status) throws Exception {
    doors
        .perform(
            post("/api/v1/escalation-policies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().is(status));
  }

  @Test
  void theLastResortIsReadAndReplaced() throws Exception {
    doors
        .perform(
            put("/api/v1/last-resort")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"people\":[\"pia\",\"eva\"],\"webhooks\":[]}"))
        .andExpect(status().isOk());
    doors
        .perform(get("/api/v1/last-resort"))
        .andExpect(jsonPath("$.people[1]").value("eva"))
        .andExpect(jsonPath("$.webhooks").isEmpty());
    doors
        .perform(put("/api/v1/last-resort").contentType(MediaType.APPLICATION_JSON).content("{}"))
        .andExpect(status().isUnprocessableContent());
  }
}
