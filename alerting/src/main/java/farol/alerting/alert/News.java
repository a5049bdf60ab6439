package farol.alerting.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One item of an accepted request, in Farol's words. */
public sealed interface News {
  int DEDUP_KEY_MAX = 512;

  /** Identifies the alert within its integration. */
  String dedupKey();

  /** The instant the sender gave it; null when it gave none. */
  @Nullable Instant senderAt();

  /** The item as received. */
  String body();

  /**
   * Something may be unwell.
   *
   * @param groupKey the key by which the sender groups; null when it does not
   * @param senderAt since when, as the sender says
   */
  record Trigger(
      String dedupKey,
      @Nullable String groupKey,
      AlertContent content,
      @Nullable Instant senderAt,
      String body)
      implements News {}

  /** Somebody has it, says the sender. */
  record Acknowledge(String dedupKey, @Nullable Instant senderAt, String body) implements News {}

  /**
   * It is over, says the sender.
   *
   * @param senderAt since when, as the sender says
   */
  record Resolve(String dedupKey, @Nullable Instant senderAt, String body) implements News {}

  /** The word that signals and metrics use. */
  default String action() {
    return switch (this) {
      case Trigger _ -> "TRIGGER";
      case Acknowledge _ -> "ACKNOWLEDGE";
      case Resolve _ -> "RESOLVE";
    };
  }
}
