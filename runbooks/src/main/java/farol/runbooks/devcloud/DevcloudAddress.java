package farol.runbooks.devcloud;

import java.net.URI;

/** Where the simulated platform listens. */
public interface DevcloudAddress {
  /** Its base address, for example {@code http://127.0.0.1:8082}; known once it has started. */
  URI uri();
}
