package farol.statuspage.renderer;

import farol.statuspage.component.Claim;
import farol.statuspage.component.Component;
import farol.statuspage.component.Group;
import farol.statuspage.component.Page;
import java.util.List;

/**
 * All the renderer knows, read at one point of isolation.
 *
 * @param components those on the page, in its order
 * @param claims those that meet the days shown, with their corrections
 * @param incidents open ones and those of the days kept, newest first
 */
public record PageState(
    Page page,
    List<Group> groups,
    List<Component> components,
    List<Claim> claims,
    List<Told> incidents) {
  public PageState {
    groups = List.copyOf(groups);
    components = List.copyOf(components);
    claims = List.copyOf(claims);
    incidents = List.copyOf(incidents);
  }
}
