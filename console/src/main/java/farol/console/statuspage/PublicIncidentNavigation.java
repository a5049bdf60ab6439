package farol.console.statuspage;

import com.vaadin.flow.component.UI;

/** Ways to the places of the status page. */
public final class PublicIncidentNavigation {
  private PublicIncidentNavigation() {}

  /** The composer for an incident customers have not heard of. */
  public static void compose() {
    UI.getCurrentOrThrow().navigate("status-page/new");
  }

  /** The composer for the next word in an incident. */
  public static void post(String incident) {
    UI.getCurrentOrThrow().navigate(path(incident) + "/post");
  }

  public static void open(String incident) {
    UI.getCurrentOrThrow().navigate(path(incident));
  }

  /** The path of an incident, for links. */
  public static String path(String incident) {
    return "status-page/incidents/" + incident;
  }
}
