package farol.alerting.oncall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.door.DoorKit;
import farol.alerting.notify.PagingHouse;
import farol.alerting.oncall.OnCallBoard;
import farol.alerting.oncall.ScheduleDesk;
import farol.alerting.storage.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class OnCallDoorsTest {
  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final PagingHouse house = PagingHouse.open(clock, Map.of());
  private final MockMvc doors =
      DoorKit.of(
          () -> house.people().admin(),
          new ScheduleController(house.bean(ScheduleDesk.class)),
          new OnCallController(house.bean(OnCallBoard.class), clock));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPreviewHasTheShapeOfTheApiAndItsPeopleNeedNotExist() throws Exception {
    post(
            "/api/v1/schedule-previews",
            """
            {"schedule":{"timeZone":"America/Chicago","layers":[
              {"name":"primary","rotation":{"unit":"WEEK","length":1,"start":"2026-03-02T09:00",
               "slots":[["zoe"],["yan","xia"]]},
               "restrictions":[{"type":"DAILY","start":"09:00","end":"17:00",
                                "days":["MONDAY","FRIDAY"]}]}],
             "overrides":[{"type":"REPLACE","from":"2026-03-02T15:00:00Z",
                           "to":"2026-03-02T18:00:00Z","remove":"zoe","add":"wes"}]},
             "from":"2026-03-01T00:00:00Z","until":"2026-03-09T00:00:00Z"}
            """)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.tzdbVersion").isString())
        .andExpect(jsonPath("$.shifts[0].start").value("2026-03-02T15:00:00Z"))
        .andExpect(jsonPath("$.shifts[0].end").value("2026-03-02T18:00:00Z"))
        .andExpect(jsonPath("$.shifts[0].person").value("wes"))
        .andExpect(jsonPath("$.shifts[0].source").value("OVERRIDE"))
        .andExpect(jsonPath("$.shifts[0].layer").isEmpty())
        .andExpect(jsonPath("$.shifts[1].person").value("zoe"))
        .andExpect(jsonPath("$.shifts[1].layer").value("primary"))
        .andExpect(jsonPath("$.shifts[1].source").value("ROTATION"))
        .andExpect(jsonPath("$.shifts[1].turn").value(0))
        .andExpect(jsonPath("$.gaps.length()").value(3))
        .andExpect(jsonPath("$.people[1].person").value("zoe"))
        .andExpect(jsonPath("$.people[1].hours").value(13.0))
        .andExpect(jsonPath("$.people[1].nights").value(0))
        .andExpect(jsonPath("$.people[1].weekendHours").value(0.0));
  }

  @Test
  void whatIsWrongWithAPreviewIsNamedByItsField() throws Exception {
    var whole =
        """
        {"schedule":{"timeZone":"%s","layers":[{"name":"a","rotation":{"unit":"%s","length":%d,
         "start":"%s","slots":[["ana"]]}}]},"from":"2026-03-01T00:00:00Z","until":"%s"}
        """;
    var wrong =
        Map.of(
            "schedule.timeZone",
            whole.formatted("Mars", "WEEK", 1, "2026-03-02T09:00", "2026-03-09T00:00:00Z"),
            "schedule.layers[0].rotation.unit",
            whole.formatted("Etc/UTC", "YEAR", 1, "2026-03-02T09:00", "2026-03-09T00:00:00Z"),
            "schedule.layers[0].rotation.length",
            whole.formatted("Etc/UTC", "WEEK", 0, "2026-03-02T09:00", "2026-03-09T00:00:00Z"),
            "schedule.layers[0].rotation.start",
            whole.formatted(
                "America/Chicago", "WEEK", 1, "2026-03-08T02:30", "2026-03-09T00:00:00Z"),
            "until",
            whole.formatted("Etc/UTC", "WEEK", 1, "2026-03-02T09:00", "2027-04-09T00:00:00Z"));
    for (var one : wrong.entrySet()) {
      post("/api/v1/schedule-previews", one.getValue())
          .andExpect(status().isUnprocessableContent())
          .andExpect(
              result ->
                  assertThat(String.valueOf(result.getResolvedException())).contains(one.getKey()));
    }
  }

  @Test
  void whoIsOnCallIsAskedByInstantScheduleAndPerson() throws Exception {
    doors
        .perform(get("/api/v1/on-call").param("schedule", "routing-primary").param("trace", "true"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.at").value("2026-03-04T12:00:00Z"))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].schedule").value("routing-primary"))
        .andExpect(jsonPath("$.items[0].team").value("routing"))
        .andExpect(jsonPath("$.items[0].person").value("ana"))
        .andExpect(jsonPath("$.items[0].since").value("2026-03-02T09:00:00Z"))
        .andExpect(jsonPath("$.items[0].until").value("2026-03-09T09:00:00Z"))
        .andExpect(jsonPath("$.items[0].layer").value("primary"))
        .andExpect(jsonPath("$.items[0].source").value("ROTATION"))
        .andExpect(jsonPath("$.items[0].trace[2]").value("layer primary, turn 0"));
    doors
        .perform(get("/api/v1/on-call").param("at", "2026-03-10T00:00:00Z").param("person", "bo"))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].trace").doesNotExist());
    doors
        .perform(get("/api/v1/on-call").param("person", "nobody"))
        .andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void schedulesAreCreatedListedAndOverridden() throws Exception {
    post(
            "/api/v1/schedules",
            """
            {"slug":"nights","name":"Nights","team":"routing","timeZone":"Europe/Dublin",
             "layers":[{"rotation":{"unit":"DAY","length":1,"start":"2026-03-02T22:00",
               "slots":[["ana"],["bo"]]}}]}
            """)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.version").value(1));
    doors
        .perform(get("/api/v1/schedules"))
        .andExpect(jsonPath("$.items.length()").value(3))
        .andExpect(jsonPath("$.items[1].slug").value("nights"))
        .andExpect(jsonPath("$.items[1].layers[0].rotation.unit").value("DAY"));
    post(
            "/api/v1/schedules/nights/overrides",
            """
            {"type":"TAKE","from":"2026-03-04T00:00:00Z","to":"2026-03-05T00:00:00Z","add":"cy"}
            """)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.type").value("TAKE"));
    doors
        .perform(get("/api/v1/on-call").param("schedule", "nights"))
        .andExpect(jsonPath("$.items[0].person").value("cy"))
        .andExpect(jsonPath("$.items[0].source").value("OVERRIDE"));
    post("/api/v1/schedules", "{\"slug\":\"x\"}").andExpect(status().isUnprocessableContent());
  }

  private ResultActions post(String path, String body) throws Exception {
    return doors.perform(
        MockMvcRequestBuilders.post(path).contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
