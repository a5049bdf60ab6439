package farol.statuspage.renderer;

import farol.statuspage.component.Group;
import farol.statuspage.component.State;
import farol.statuspage.uptime.Measured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as the page shows it.
 *
 * @param group null for the components without one
 * @param allUp the uptime of all its components at once
 */
record GroupView(@Nullable Group group, List<ComponentView> components, Measured allUp) {
  String name() {
    return group == null ? "Other" : group.name();
  }

  State worst() {
    return components.stream().map(ComponentView::state).reduce(State.OPERATIONAL, State::worse);
  }

  long operational() {
    return components.stream().filter(view -> view.state() == State.OPERATIONAL).count();
  }
}
