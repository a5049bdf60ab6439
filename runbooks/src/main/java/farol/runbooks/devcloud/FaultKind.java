package farol.runbooks.devcloud;

import java.util.Locale;
import java.util.Optional;

/** What goes wrong: some kinds hit requests, the others dynos and their places. */
public enum FaultKind {
  LATENCY(true),
  STATUS(true),
  LOST_RESPONSE(true),
  DROP_REQUEST(true),
  RATE_LIMIT(true),
  CRASH(false),
  SLOW_BOOT(false),
  ZONE_LOSS(false),
  REGION_LOSS(false);

  private final boolean ofRequests;

  FaultKind(boolean ofRequests) {
    this.ofRequests = ofRequests;
  }

  public static Optional<FaultKind> named(String wire) {
    for (var kind : values()) {
      if (kind.wire().equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean ofRequests() {
    return ofRequests;
  }
}
