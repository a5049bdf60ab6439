package farol.alerting.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as the API answers it.
 *
 * @param next the cursor of the next part, null on the last
 */
public record Items<T>(List<T> items, @Nullable String next) {
  public static final int LIMIT_DEFAULT = 50;
  public static final int LIMIT_MAX = 500;

  public Items {
    items = List.copyOf(items);
  }

  /** A list that is complete. */
  public static <T> Items<T> all(List<T> items) {
    return new Items<>(items, null);
  }

  /**
   * The limit to use for what a caller asked: the default when absent, refused when out of range.
   */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return LIMIT_DEFAULT;
    }
    if (asked < 1 || asked > LIMIT_MAX) {
      throw Refusal.invalid("limit", "is 1 to %d, not %d".formatted(LIMIT_MAX, asked));
    }
    return asked;
  }
}
