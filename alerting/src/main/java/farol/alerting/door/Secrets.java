package farol.alerting.door;

/**
 * Encrypts what must be kept secret at rest: webhook secrets, platform tokens, signing keys.
 * Implemented by the console, which holds the key.
 */
public interface Secrets {
  /** Encrypts {@code plain} into text that may be stored; two calls answer different texts. */
  String seal(String plain);

  /**
   * Answers what was sealed.
   *
   * @throws IllegalArgumentException when it was sealed under another key or was altered
   */
  String open(String sealed);
}
