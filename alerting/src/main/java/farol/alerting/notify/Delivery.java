package farol.alerting.notify;

/** How an attempt ended, with the provider's words. */
sealed interface Delivery {
  String answer();

  /** The provider took it. */
  record Sent(String answer) implements Delivery {}

  /** Worth another attempt: no connection, too slow, overloaded. */
  record Temporary(String answer) implements Delivery {}

  /** Refused for good. */
  record Permanent(String answer) implements Delivery {}
}
