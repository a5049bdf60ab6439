package farol.statuspage.incident;

import java.util.Arrays;
import java.util.Locale;

/** Where an incident stands in public, as its newest post says. */
public enum PublicStatus {
  INVESTIGATING,
  IDENTIFIED,
  MONITORING,
  RESOLVED,
  POSTMORTEM;

  public static PublicStatus of(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A status is investigating, identified, monitoring, resolved or postmortem,"
                        + " not '%s'".formatted(code)));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more is promised after it. */
  public boolean isFinal() {
    return this == RESOLVED || this == POSTMORTEM;
  }
}
