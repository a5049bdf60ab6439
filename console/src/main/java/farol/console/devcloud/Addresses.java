package farol.console.devcloud;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.CopyId;
import farol.console.ui.SectionHead;
import farol.runbooks.devcloud.DevcloudDesk.AppSeen;
import java.net.URI;
import java.util.List;

/** What to copy into a shell or a Prometheus to use the platform. */
class Addresses extends Div {
  Addresses(URI base, List<AppSeen> apps) {
    addClassName("f-section");
    add(new SectionHead("Use it", "click to copy"));
    var app = apps.isEmpty() ? "ipe" : apps.getFirst().app().name();
    var command = apps.isEmpty() ? "heroku create ipe" : "heroku ps -a " + app;
    add(
        address("Platform API", base.toString()),
        address("Heroku CLI", "HEROKU_HOST=%s HEROKU_API_KEY=demo %s".formatted(base, command)),
        address("An app, by the router", "%s/_apps/%s/".formatted(base, app)),
        address("Metrics for Prometheus", base + "/metrics"));
  }

  private static Component address(String name, String value) {
    var label = new Span(name);
    label.addClassName("f-meta");
    var row = new Div(label, new CopyId(value));
    row.addClassName("dc-address");
    return row;
  }
}
