package farol.console.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Catalog;
import farol.console.frame.MainLayout;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Who runs what: services, teams, people, and the keys by which senders reach them. */
@PermitAll
@PageTitle("Catalog, Farol")
@Route(value = "catalog", layout = MainLayout.class)
class CatalogView extends Page implements AfterNavigationObserver {
  /** What the catalog holds, a tab each. */
  enum Part {
    SERVICES,
    TEAMS,
    PEOPLE,
    INTEGRATIONS
  }

  private final transient Catalog catalog;
  private final transient Integrations integrations;
  private final ViewHead head = new ViewHead("Catalog").still();
  private final Map<Part, Tab> tabs = new EnumMap<>(Part.class);
  private final Tabs bar = new Tabs();
  private final Div body = new Div();

  CatalogView(Catalog catalog, Integrations integrations, Live live) {
    this.catalog = catalog;
    this.integrations = integrations;
    for (var part : Part.values()) {
      var tab = new Tab(Words.title(part));
      tabs.put(part, tab);
      bar.add(tab);
    }
    bar.addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            remember();
          }
        });
    var tabRow = new Div(bar);
    tabRow.addClassName("f-filterbar");
    add(head, tabRow, body);
    live.on(this, Topic.CATALOG, this::draw);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var asked = event.getLocation().getQueryParameters().getSingleParameter("tab").orElse("");
    for (var part : Part.values()) {
      if (part.name().toLowerCase(Locale.ROOT).equals(asked)) {
        bar.setSelectedTab(tabs.get(part));
      }
    }
    draw();
  }

  private Part shown() {
    return tabs.entrySet().stream()
        .filter(entry -> entry.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Part.SERVICES);
  }

  private void remember() {
    UI.getCurrentOrThrow()
        .getPage()
        .getHistory()
        .replaceState(null, "catalog?tab=" + Words.lower(shown()));
    draw();
  }

  private void draw() {
    head.fact(
        "%s, %s, %s"
            .formatted(
                Words.plural(catalog.services().size(), "service", "services"),
                Words.plural(catalog.teams().size(), "team", "teams"),
                Words.plural(catalog.people().size(), "person", "people")));
    body.removeAll();
    body.add(part());
  }

  private Component part() {
    return switch (shown()) {
      case SERVICES -> CatalogTables.services(catalog);
      case TEAMS -> CatalogTables.teams(catalog);
      case PEOPLE -> CatalogTables.people(catalog);
      case INTEGRATIONS -> integrations.section();
    };
  }
}
