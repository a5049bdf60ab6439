package farol.statuspage.incident;

import java.util.Arrays;
import java.util.Locale;

/** How hard an incident hits customers. */
public enum Impact {
  NONE,
  MINOR,
  MAJOR,
  CRITICAL;

  public static Impact of(String code) {
    return Arrays.stream(values())
        .filter(impact -> impact.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An impact is none, minor, major or critical, not '%s'".formatted(code)));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
