package farol.runbooks.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the lint found.
 *
 * @param code RB1xx front matter, RB2xx steps and attributes, RB3xx commands and verbs, RB4xx
 *     parameters and substitution, RB5xx style, RB6xx freshness, RB7xx the plan, RB9xx limits
 * @param line from 1 in the file as sent, front matter included; 0 when it has none
 * @param fix what would be right, null when the message says it
 */
public record Finding(
    Severity severity, String code, int line, int column, String message, @Nullable String fix) {
  /** How bad it is: a published runbook has no error. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Finding error(String code, int line, String message) {
    return new Finding(Severity.ERROR, code, line, 1, message, null);
  }

  public static Finding warning(String code, int line, String message) {
    return new Finding(Severity.WARNING, code, line, 1, message, null);
  }

  public static Finding info(String code, int line, String message) {
    return new Finding(Severity.INFO, code, line, 1, message, null);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
