package farol.alerting.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * News could not be committed at this moment: too many requests wait, or the database is away. The
 * sender must try again; each door says so in its protocol's words.
 */
@SuppressWarnings("serial") // Carried within one process, never serialized.
public final class Overloaded extends RuntimeException {
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  Overloaded(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
