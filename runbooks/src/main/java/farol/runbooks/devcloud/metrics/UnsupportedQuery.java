package farol.runbooks.devcloud.metrics;

/** A query outside the subset; the message says which part. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public final class UnsupportedQuery extends RuntimeException {
  UnsupportedQuery(String what) {
    super(
        what + " is not supported by the built-in source; set FAROL_PROMETHEUS_URL",
        null,
        false,
        false);
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
