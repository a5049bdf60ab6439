package farol.runbooks.paas;

import org.jspecify.annotations.Nullable;

/** The platform did not answer, or answered that it cannot; the message says what and where. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public class PlatformUnavailable extends Exception {
  /** Whether the request certainly had no effect: it never left, or was turned away unread. */
  private final boolean notSent;

  public PlatformUnavailable(String message, boolean notSent, @Nullable Throwable cause) {
    super(message, cause);
    this.notSent = notSent;
  }

  public boolean notSent() {
    return notSent;
  }
}
