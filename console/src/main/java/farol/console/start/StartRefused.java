package farol.console.start;

import org.jspecify.annotations.Nullable;

/** Farol cannot start; the message is one line that says what to do. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public final class StartRefused extends RuntimeException {
  public StartRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
