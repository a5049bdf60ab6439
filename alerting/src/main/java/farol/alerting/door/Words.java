package farol.alerting.door;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fixed words of a request. */
public final class Words {
  private Words() {}

  /** The constant that the text names in whatever case; null for null, refused (422) else. */
  public static <E extends Enum<E>> @Nullable E read(
      String field, @Nullable String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> word.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid(field, "is one of " + all(type)));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
