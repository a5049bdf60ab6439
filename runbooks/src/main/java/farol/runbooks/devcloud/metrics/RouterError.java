package farol.runbooks.devcloud.metrics;

/** Why the router answered 503 in place of an app. */
public enum RouterError {
  /** All dynos of the app crashed. */
  H10("App crashed"),
  /** More was asked than the dynos bear, or none has booted yet. */
  H12("Request timeout"),
  /** The app has no web dyno. */
  H14("No web dynos running"),
  /** Maintenance is on. */
  H80("Maintenance mode"),
  /** The platform lost the place where the app runs. */
  H99("Platform error");

  private final String words;

  RouterError(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
