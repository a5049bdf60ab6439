package farol.runbooks.execution;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Identifies one boot of one process: whoever starts again is somebody else. */
@Component
class Node {
  private final UUID boot = UUID.randomUUID();

  UUID boot() {
    return boot;
  }
}
