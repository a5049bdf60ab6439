package farol.alerting.notify;

import java.util.UUID;

/** Identifies a page; also its idempotency key towards every channel. */
public record PageId(UUID value) {
  public static PageId random() {
    return new PageId(UUID.randomUUID());
  }
}
