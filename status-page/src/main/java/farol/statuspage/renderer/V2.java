package farol.statuspage.renderer;

import farol.statuspage.component.Component;
import farol.statuspage.component.State;
import farol.statuspage.incident.Affected;
import farol.statuspage.incident.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Statuspage v2 API: eight documents, exactly its keys, all of them, always. Clients written
 * for hosted Statuspage read them without a change.
 */
final class V2 {
  static final int INCIDENTS_MAX = 50;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STALE_ID = "stalestatus0";

  private final PageModel model;
  private final Instant updatedAt;
  private final boolean aged;

  /**
   * The documents of a model.
   *
   * @param updatedAt when the content last changed
   */
  V2(PageModel model, Instant updatedAt, boolean aged) {
    this.model = model;
    this.updatedAt = updatedAt;
    this.aged = aged;
  }

  byte[] summary() {
    var top = top();
    top.set("components", components());
    top.set("incidents", unresolvedIncidents());
    top.set("scheduled_maintenances", JSON.createArrayNode());
    top.set("status", status());
    return bytes(top);
  }

  byte[] statusAlone() {
    var top = top();
    top.set("status", status());
    return bytes(top);
  }

  byte[] componentList() {
    var top = top();
    top.set("components", components());
    return bytes(top);
  }

  byte[] incidents() {
    var list = JSON.createArrayNode();
    if (aged) {
      list.add(stale());
    }
    model.incidents().stream().limit(INCIDENTS_MAX).forEach(told -> list.add(incident(told)));
    return bytes(top().set("incidents", list));
  }

  byte[] unresolved() {
    return bytes(top().set("incidents", unresolvedIncidents()));
  }

  /** No maintenance is announced: each list of them is empty. */
  byte[] maintenances() {
    return bytes(top().set("scheduled_maintenances", JSON.createArrayNode()));
  }

  private ObjectNode top() {
    var page = model.page();
    var node = JSON.createObjectNode();
    node.putObject("page")
        .put("id", page.id())
        .put("name", page.name())
        .put("url", page.url())
        .put("time_zone", page.timeZone().getId())
        .put("updated_at", Times.millis(updatedAt));
    return node;
  }

  private ObjectNode status() {
    var node = JSON.createObjectNode();
    return aged
        ? node.put("indicator", "minor")
            .put("description", "Status unknown since " + Times.seconds(model.asOf()))
        : node.put("indicator", model.banner().indicator().code())
            .put("description", model.banner().sentence());
  }

  private ArrayNode components() {
    var list = JSON.createArrayNode();
    for (var group : model.groups()) {
      if (group.group() != null) {
        list.add(container(group));
      }
    }
    model.components().forEach(view -> list.add(leaf(view.component(), view.state())));
    return list;
  }

  private ObjectNode container(GroupView view) {
    var group = java.util.Objects.requireNonNull(view.group());
    var node =
        JSON.createObjectNode()
            .put("id", group.id())
            .put("name", group.name())
            .put("status", code(view.worst()))
            .put("created_at", Times.millis(group.createdAt()))
            .put("updated_at", Times.millis(group.updatedAt()))
            .put("position", group.position())
            .put("description", group.description())
            .put("showcase", false)
            .putNull("start_date")
            .putNull("group_id")
            .put("page_id", model.page().id())
            .put("group", true)
            .put("only_show_if_degraded", false);
    var children = node.putArray("components");
    view.components().forEach(child -> children.add(child.id()));
    return node;
  }

  private ObjectNode leaf(Component component, State state) {
    var start = component.startDate();
    return JSON.createObjectNode()
        .put("id", component.id())
        .put("name", component.name())
        .put("status", code(state))
        .put("created_at", Times.millis(component.createdAt()))
        .put("updated_at", Times.millis(component.updatedAt()))
        .put("position", component.position())
        .put("description", component.description())
        .put("showcase", component.showcase())
        .put("start_date", start == null ? null : start.toString())
        .put("group_id", component.groupId())
        .put("page_id", model.page().id())
        .put("group", false)
        .put("only_show_if_degraded", component.onlyShowIfDegraded());
  }

  /** What is not known is never told as well: this vocabulary has no word for unknown. */
  private String code(State state) {
    return aged || state == State.UNKNOWN ? State.DEGRADED_PERFORMANCE.code() : state.code();
  }

  private ArrayNode unresolvedIncidents() {
    var list = JSON.createArrayNode();
    if (aged) {
      list.add(stale());
    }
    model.incidents().stream().filter(Told::isOpen).forEach(told -> list.add(incident(told)));
    return list;
  }

  private ObjectNode incident(Told told) {
    var incident = told.incident();
    var node =
        head(told.id(), incident.name(), told.status().code(), incident.impact().code())
            .put("created_at", Times.millis(Told.at(told.posts().getLast())))
            .put("updated_at", Times.millis(updated(told)))
            .put("monitoring_at", millis(monitoringAt(told)))
            .put("resolved_at", millis(incident.resolvedAt()))
            .put("shortlink", model.page().address("/i/" + told.id()))
            .put("started_at", Times.millis(incident.startedAt()));
    var updates = node.putArray("incident_updates");
    told.posts().forEach(post -> updates.add(update(post)));
    var affected = node.putArray("components");
    incident.components().stream().flatMap(one -> leaf(one).stream()).forEach(affected::add);
    return node;
  }

  private ObjectNode head(String id, String name, String status, String impact) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("name", name)
        .put("status", status)
        .put("impact", impact)
        .put("page_id", model.page().id());
  }

  private java.util.Optional<ObjectNode> leaf(Affected affected) {
    return model.components().stream()
        .filter(view -> view.id().equals(affected.id()))
        .findFirst()
        .map(view -> leaf(view.component(), view.state()));
  }

  private static Instant updated(Told told) {
    return told.posts().stream()
        .map(post -> post.editedAt() == null ? Told.at(post) : post.editedAt())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static @Nullable Instant monitoringAt(Told told) {
    return told.posts().stream()
        .filter(post -> post.status() == farol.statuspage.incident.PublicStatus.MONITORING)
        .map(Told::at)
        .reduce((newer, older) -> older)
        .orElse(null);
  }

  private static @Nullable String millis(@Nullable Instant at) {
    return at == null ? null : Times.millis(at);
  }

  private ObjectNode update(Post post) {
    var at = Times.millis(Told.at(post));
    var edited = post.editedAt();
    var node =
        JSON.createObjectNode()
            .put("id", post.id())
            .put("status", post.status().code())
            .put("body", post.body())
            .put("incident_id", post.incidentId())
            .put("created_at", at)
            .put("updated_at", edited == null ? at : Times.millis(edited))
            .put("display_at", at)
            .put("deliver_notifications", post.notifies())
            .putNull("custom_tweet")
            .putNull("tweet_id");
    if (post.changes().isEmpty()) {
      return node.putNull("affected_components");
    }
    var changes = node.putArray("affected_components");
    for (var change : post.changes()) {
      changes
          .addObject()
          .put("code", change.id())
          .put("name", model.componentName(change.id()))
          .put("old_status", change.was().code())
          .put("new_status", change.now().code());
    }
    return node;
  }

  /** What an aged set says of itself. */
  private ObjectNode stale() {
    var since = Times.millis(model.asOf());
    var node =
        head(STALE_ID, "Status data is stale", "investigating", "minor")
            .put("created_at", since)
            .put("updated_at", since)
            .putNull("monitoring_at")
            .putNull("resolved_at")
            .put("shortlink", model.page().url())
            .put("started_at", since);
    node.putArray("incident_updates")
        .addObject()
        .put("id", STALE_ID)
        .put("status", "investigating")
        .put("body", "Nothing has been heard from our systems since " + since + ".")
        .put("incident_id", STALE_ID)
        .put("created_at", since)
        .put("updated_at", since)
        .put("display_at", since)
        .put("deliver_notifications", false)
        .putNull("custom_tweet")
        .putNull("tweet_id")
        .putNull("affected_components");
    var affected = node.putArray("components");
    model.components().forEach(view -> affected.add(leaf(view.component(), view.state())));
    return node;
  }

  private static byte[] bytes(Object tree) {
    return JSON.writeValueAsBytes(tree);
  }

  /** The list of paths this API has, in no particular order. */
  static List<String> paths() {
    return List.of(
        "/api/v2/summary.json",
        "/api/v2/status.json",
        "/api/v2/components.json",
        "/api/v2/incidents.json",
        "/api/v2/incidents/unresolved.json",
        "/api/v2/scheduled-maintenances.json",
        "/api/v2/scheduled-maintenances/upcoming.json",
        "/api/v2/scheduled-maintenances/active.json");
  }

  byte[] document(String path) {
    return switch (path) {
      case "/api/v2/summary.json" -> summary();
      case "/api/v2/status.json" -> statusAlone();
      case "/api/v2/components.json" -> componentList();
      case "/api/v2/incidents.json" -> incidents();
      case "/api/v2/incidents/unresolved.json" -> unresolved();
      default -> maintenances();
    };
  }
}
