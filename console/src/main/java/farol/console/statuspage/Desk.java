package farol.console.statuspage;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.Components;
import farol.statuspage.component.Groups;
import farol.statuspage.component.Page;
import farol.statuspage.component.PageSettings;
import farol.statuspage.component.State;
import farol.statuspage.incident.Posts;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.PublicIncidents;
import farol.statuspage.renderer.PublicFace;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the views of the status page ask and command, in one place. */
@Component
record Desk(
    PageSettings settings,
    Components components,
    Groups groups,
    PublicIncidents incidents,
    Posts posts,
    PublicFace face,
    Catalog catalog) {
  Page page() {
    return settings.page();
  }

  String componentName(String id) {
    return components.find(id).map(component -> component.name()).orElse("a retired component");
  }

  /** The components an incident hits now, in words. */
  String hit(PublicIncident incident) {
    return incident.components().stream()
        .filter(affected -> affected.state() != State.OPERATIONAL)
        .map(affected -> componentName(affected.id()) + " " + affected.state().inSentence())
        .collect(Collectors.joining(", "));
  }

  /** How much works, as the page says it. */
  String works() {
    List<ComponentNow> now = components.now();
    var well = now.stream().filter(one -> one.state() == State.OPERATIONAL).count();
    if (now.isEmpty()) {
      return "No component is on the page yet.";
    }
    return well == now.size()
        ? "All %d components work normally.".formatted(now.size())
        : "%d of %d components work normally.".formatted(well, now.size());
  }

  String firstName(UUID person) {
    return catalog.person(new PersonId(person)).map(found -> found.firstName()).orElse("somebody");
  }
}
