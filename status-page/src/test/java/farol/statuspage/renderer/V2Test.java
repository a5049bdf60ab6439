package farol.statuspage.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class V2Test {
  private static final Instant UPDATED = Instant.parse("2026-11-23T03:00:00.25Z");
  private static final PageModel MODEL = PageModel.of(SamplePage.of(8, 2), SamplePage.NOW);

  private static JsonNode document(String path, boolean aged) {
    return JsonMapper.builder().build().readTree(new V2(MODEL, UPDATED, aged).document(path));
  }

  private static Set<String> keys(JsonNode node) {
    return Set.copyOf(node.propertyNames());
  }

  @Test
  void everyDocumentHasExactlyItsKeys() {
    assertThat(V2.paths()).hasSize(8);
    assertThat(keys(document("/api/v2/summary.json", false)))
        .isEqualTo(Set.of("page", "components", "incidents", "scheduled_maintenances", "status"));
    assertThat(keys(document("/api/v2/status.json", false))).isEqualTo(Set.of("page", "status"));
    assertThat(keys(document("/api/v2/components.json", false)))
        .isEqualTo(Set.of("page", "components"));
    for (var path : List.of("/api/v2/incidents.json", "/api/v2/incidents/unresolved.json")) {
      assertThat(keys(document(path, false))).isEqualTo(Set.of("page", "incidents"));
    }
    for (var which : List.of("", "/upcoming", "/active")) {
      var document = document("/api/v2/scheduled-maintenances" + which + ".json", false);
      assertThat(keys(document)).isEqualTo(Set.of("page", "scheduled_maintenances"));
      assertThat(document.get("scheduled_maintenances").isArray()).isTrue();
    }
  }

  @Test
  void everyObjectHasExactlyItsKeys() {
    var summary = document("/api/v2/summary.json", false);
    assertThat(keys(summary.get("page")))
        .isEqualTo(Set.of("id", "name", "url", "time_zone", "updated_at"));
    assertThat(summary.get("page").get("updated_at").asString())
        .isEqualTo("2026-11-23T03:00:00.250Z");
    assertThat(keys(summary.get("status"))).isEqualTo(Set.of("indicator", "description"));
    var leaf =
        Set.of(
            "id",
            "name",
            "status",
            "created_at",
            "updated_at",
            "position",
            "description",
            "showcase",
            "start_date",
            "group_id",
            "page_id",
            "group",
            "only_show_if_degraded");
    for (var component : summary.get("components")) {
      var expected = new java.util.HashSet<>(leaf);
      if (component.get("group").asBoolean()) {
        expected.add("components");
      }
      assertThat(keys(component)).isEqualTo(expected);
    }
    for (var incident : summary.get("incidents")) {
      assertThat(keys(incident))
          .isEqualTo(
              Set.of(
                  "id",
                  "name",
                  "status",
                  "created_at",
                  "updated_at",
                  "monitoring_at",
                  "resolved_at",
                  "impact",
                  "shortlink",
                  "started_at",
                  "page_id",
                  "incident_updates",
                  "components"));
      assertThat(incident.get("id").asString()).matches("[a-z0-9]{12}");
      for (var update : incident.get("incident_updates")) {
        assertThat(keys(update))
            .isEqualTo(
                Set.of(
                    "id",
                    "status",
                    "body",
                    "incident_id",
                    "created_at",
                    "updated_at",
                    "display_at",
                    "affected_components",
                    "deliver_notifications",
                    "custom_tweet",
                    "tweet_id"));
      }
    }
  }

  @Test
  void thePostThatChangedComponentsSaysFromWhatToWhat() {
    var updates =
        document("/api/v2/summary.json", false).get("incidents").get(0).get("incident_updates");

    assertThat(updates.get(0).get("affected_components").isNull()).isTrue();
    var change = updates.get(2).get("affected_components").get(0);
    assertThat(keys(change)).isEqualTo(Set.of("code", "name", "old_status", "new_status"));
    assertThat(change.get("old_status").asString()).isEqualTo("operational");
    assertThat(change.get("new_status").asString()).isEqualTo("degraded_performance");
  }

  @Test
  void anAgedSetSaysThatItIsStaleInTheWordsOfTheFormat() {
    var summary = document("/api/v2/summary.json", true);

    assertThat(summary.get("status").get("indicator").asString()).isEqualTo("minor");
    assertThat(summary.get("status").get("description").asString())
        .isEqualTo("Status unknown since 2026-11-23T03:12:04Z");
    for (var component : summary.get("components")) {
      assertThat(component.get("status").asString()).isEqualTo("degraded_performance");
    }
    assertThat(summary.get("incidents").get(0).get("name").asString())
        .isEqualTo("Status data is stale");
  }
}
