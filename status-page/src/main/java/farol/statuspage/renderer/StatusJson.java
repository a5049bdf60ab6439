package farol.statuspage.renderer;

import farol.statuspage.component.ComponentNow;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /status.json} and {@code /pulse.json}: the page for machines that ask often. */
final class StatusJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StatusJson() {}

  static byte[] status(PageModel model, Moment moment) {
    var page = model.page();
    var node = JSON.createObjectNode();
    node.putObject("page")
        .put("id", page.id())
        .put("name", page.name())
        .put("url", page.url())
        .put("timeZone", page.timeZone().getId());
    node.put("sequence", moment.sequence())
        .put("asOf", Times.millis(model.asOf()))
        .put("validUntil", Times.millis(model.validUntil()))
        .put("state", moment.aged() ? "unknown" : "fresh")
        .put("since", moment.aged() ? Times.millis(model.asOf()) : null)
        .put("indicator", moment.aged() ? "unknown" : model.banner().indicator().code())
        .put("description", moment.aged() ? "Unknown" : model.banner().sentence());
    node.set("components", components(model, moment));
    node.set("incidents", incidents(model, moment));
    node.putArray("maintenances");
    return JSON.writeValueAsBytes(node);
  }

  private static ArrayNode components(PageModel model, Moment moment) {
    var list = JSON.createArrayNode();
    for (var view : model.components()) {
      var node =
          list.addObject()
              .put("id", view.id())
              .put("name", view.name())
              .put("groupId", view.component().groupId())
              .put("system", view.component().system().word())
              .put("state", moment.aged() ? "unknown" : view.state().code());
      var regions = node.putArray("regions");
      view.now().regions().forEach(there -> region(regions.addObject(), there, moment));
      var evidence = node.putObject("evidence").put("state", "none").putNull("since");
      evidence.putArray("degradedRegions");
      node.putObject("uptime90")
          .put("percent", view.uptime().percent())
          .put("coverage", view.uptime().coverage());
    }
    return list;
  }

  private static void region(ObjectNode node, ComponentNow.InRegion there, Moment moment) {
    node.put("region", there.region())
        .put("state", moment.aged() ? "unknown" : there.state().code());
  }

  private static ArrayNode incidents(PageModel model, Moment moment) {
    var list = JSON.createArrayNode();
    for (var told : model.open()) {
      var incident = told.incident();
      var overdue = moment.aged() ? null : told.overdueSince(model.asOf());
      var node =
          list.addObject()
              .put("id", told.id())
              .put("name", incident.name())
              .put("status", told.status().code())
              .put("impact", incident.impact().code())
              .put("startedAt", Times.millis(incident.startedAt()));
      var regions = node.putArray("regions");
      incident.regions().forEach(regions::add);
      Instant next = incident.nextUpdateAt();
      node.put("nextUpdateAt", next == null ? null : Times.millis(next))
          .put("overdue", overdue != null)
          .put("overdueSince", overdue == null ? null : Times.millis(overdue))
          .put("postCount", told.posts().size());
    }
    return list;
  }

  static byte[] pulse(PageModel model, Moment moment) {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("sequence", moment.sequence())
            .put("asOf", Times.millis(model.asOf()))
            .put("validUntil", Times.millis(model.validUntil()))
            .put("content", moment.content()));
  }
}
