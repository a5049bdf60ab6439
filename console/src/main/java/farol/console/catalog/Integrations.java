package farol.console.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import farol.alerting.alert.Integration;
import farol.alerting.alert.IntegrationDesk;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.console.ui.CopyId;
import farol.console.ui.EmptyState;
import farol.console.ui.Facts;
import farol.console.ui.SectionHead;
import farol.console.ui.Viewer;
import org.springframework.beans.factory.annotation.Value;

/** The keys by which senders reach services, each with a line to paste. */
@org.springframework.stereotype.Component
class Integrations {
  private final IntegrationDesk desk;
  private final Catalog catalog;
  private final Viewer viewer;
  private final String baseUrl;

  Integrations(
      IntegrationDesk desk,
      Catalog catalog,
      Viewer viewer,
      @Value("${farol.base-url}") String baseUrl) {
    this.desk = desk;
    this.catalog = catalog;
    this.viewer = viewer;
    this.baseUrl = baseUrl;
  }

  Component section() {
    var section = new Div();
    section.addClassName("f-stack");
    var all =
        desk.integrations().stream()
            .filter(integration -> integration.kind() != IntegrationKind.INTERNAL)
            .toList();
    if (all.isEmpty()) {
      return new EmptyState(
          "No sender has a key yet.",
          "A key lets a monitoring system reach one service. POST /api/v1/integrations makes one.");
    }
    all.forEach(integration -> section.add(one(integration)));
    return section;
  }

  private Div one(Integration integration) {
    var sees = desk.seesKey(viewer.actor(), integration);
    var facts = new Facts();
    facts.row(
        "reaches", catalog.service(integration.service()).map(Service::slug).orElse("nobody"));
    facts.row("key", sees ? new CopyId(integration.key()) : masked());
    var last = integration.lastReceivedAt();
    facts.row("last signal", last == null ? new Span("none yet") : viewer.times().at(last));
    if (sees) {
      facts.row("paste", paste(Snippets.of(integration.kind(), integration.key(), baseUrl)));
    }
    var part =
        new Div(new SectionHead(integration.name(), Snippets.nameOf(integration.kind())), facts);
    part.addClassName("f-section");
    return part;
  }

  private static Span masked() {
    var masked = new Span("shown to administrators and the team that owns the service");
    masked.addClassName("f-3");
    return masked;
  }

  private static Pre paste(String snippet) {
    var paste = new Pre(snippet);
    paste.addClassName("f-paste");
    paste
        .getElement()
        .setAttribute("data-copy", snippet)
        .setAttribute("tabindex", "0")
        .setAttribute("role", "button")
        .setAttribute("aria-label", "Copy the snippet");
    return paste;
  }
}
