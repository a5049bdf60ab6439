package farol.alerting.catalog.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.ServiceGroupings;
import farol.alerting.catalog.TestCatalog;
import farol.alerting.door.DoorKit;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class CatalogApiTest {
  private final TestDatabase database = TestDatabase.with("alerting");
  private final TestCatalog house =
      TestCatalog.in(database, SettableClock.at("2026-03-02T09:00:00Z"));
  private Actor actor = house.admin();
  private final MockMvc api =
      DoorKit.of(
          () -> actor,
          new PeopleController(house.catalog(), house.desk()),
          new TeamController(house.catalog(), house.desk()),
          new ServiceController(
              house.catalog(), house.desk(), new ServiceGroupings(database.jdbc())));

  @Test
  void makesAPersonWithTheHighestOfTheirRoles() throws Exception {
    create(
            "/api/v1/people",
            """
            {"handle":"ana","name":"Ana","email":"ana@example.com",
             "timeZone":"America/Sao_Paulo","roles":["responder","MANAGER"],"unknown":1}
            """)
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", "/api/v1/people/ana"))
        .andExpect(jsonPath("$.roles", contains("MANAGER")))
        .andExpect(jsonPath("$.timeZone").value("America/Sao_Paulo"));
    create("/api/v1/people", "{\"handle\":\"Ana!\",\"roles\":[\"KING\"]}")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("roles"));
  }

  @Test
  void showsAddressesOnlyToThoseWhoMaySeeThem() throws Exception {
    house.person("ana", Role.RESPONDER);
    house.person("bo", Role.RESPONDER);

    actor = house.actor("bo");

    api.perform(get("/api/v1/people/ana")).andExpect(jsonPath("$.email").isEmpty());
    api.perform(get("/api/v1/people/bo")).andExpect(jsonPath("$.email").value("bo@example.com"));
    api.perform(get("/api/v1/people")).andExpect(jsonPath("$.items", hasSize(3)));
    api.perform(get("/api/v1/people/nobody")).andExpect(status().isNotFound());
  }

  @Test
  void putsAbsences() throws Exception {
    house.person("ana", Role.RESPONDER);

    api.perform(
            put("/api/v1/people/ana/absences")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"items":[{"from":"2026-03-03T00:00:00Z","to":"2026-03-05T00:00:00Z"}]}
                    """))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].to").value("2026-03-05T00:00:00Z"));
    api.perform(
            put("/api/v1/people/ana/absences")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"items\":[{\"from\":\"2026-03-03T00:00:00Z\"}]}"))
        .andExpect(status().is(422));
  }

  @Test
  void makesTeamsAndTheirServices() throws Exception {
    house.person("ana", Role.RESPONDER);

    create(
            "/api/v1/teams",
            "{\"slug\":\"routing\",\"name\":\"Routing\",\"manager\":\"ana\",\"members\":[\"ana\"]}")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.members", contains("ana")));
    create(
            "/api/v1/services",
            """
            {"slug":"router","name":"Router","team":"routing","policy":"routing-ladder","tier":1,
             "grouping":{"mode":"BY_SENDER"}}
            """)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.type").value("service"))
        .andExpect(jsonPath("$.policy").value("routing-ladder"))
        .andExpect(jsonPath("$.grouping.mode").value("BY_SENDER"));
    create(
            "/api/v1/services",
            """
            {"slug":"other","name":"Other","team":"routing","grouping":{"mode":"BY_LABELS"}}
            """)
        .andExpect(status().isNotImplemented());
    api.perform(get("/api/v1/services/router")).andExpect(jsonPath("$.team").value("routing"));
    api.perform(get("/api/v1/teams")).andExpect(jsonPath("$.items[0].manager").value("ana"));
  }

  private ResultActions create(String path, String body) throws Exception {
    return api.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
