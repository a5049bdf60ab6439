package farol.console.runbooks;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** The id in the address of a detail. */
final class Ids {
  private Ids() {}

  static Optional<UUID> of(BeforeEnterEvent event) {
    try {
      return event.getRouteParameters().get("id").map(UUID::fromString);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
