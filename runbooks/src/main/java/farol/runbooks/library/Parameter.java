package farol.runbooks.library;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a runbook asks for before it is planned.
 *
 * @param type one of {@link #TYPES}
 * @param min a whole number, or for a formation a number per process type
 * @param max likewise
 * @param pattern RE2 syntax, matched against the whole value
 */
public record Parameter(
    String name,
    String type,
    boolean required,
    @Nullable String defaultValue,
    Map<String, Integer> min,
    Map<String, Integer> max,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable String pattern,
    List<String> values) {
  public static final int VALUE_MAX = 4_000;
  public static final List<String> TYPES =
      List.of(
          "app",
          "list<app>",
          "process-type",
          "formation",
          "release",
          "region",
          "string",
          "int",
          "bool",
          "enum",
          "duration",
          "config-key",
          "secret");

  /** The key under which a plain number stands in {@code min} and {@code max}. */
  static final String NUMBER = "";

  private static final Pattern APP = Pattern.compile("[a-z][a-z0-9-]{1,28}[a-z0-9]");
  private static final Pattern FORMATION_WORD =
      Pattern.compile("([A-Za-z0-9_-]{1,128})=([0-9]{1,3})(?::([A-Za-z0-9._-]{1,40}))?");

  public Parameter {
    min = Map.copyOf(min);
    max = Map.copyOf(max);
    values = List.copyOf(values);
  }

  /** What is wrong with {@code value}, or empty. Whether an app exists only the plan can say. */
  public Optional<String> problem(String value) {
    if (value.length() > VALUE_MAX) {
      return Optional.of("has at most %d characters".formatted(VALUE_MAX));
    }
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      return Optional.of("is one line without control characters");
    }
    return lengthProblem(value).or(() -> patternProblem(value)).or(() -> typeProblem(value));
  }

  private Optional<String> lengthProblem(String value) {
    if (minLength != null && value.length() < minLength) {
      return Optional.of("has at least %d characters".formatted(minLength));
    }
    if (maxLength != null && value.length() > maxLength) {
      return Optional.of("has at most %d characters".formatted(maxLength));
    }
    return Optional.empty();
  }

  private Optional<String> patternProblem(String value) {
    if (pattern == null) {
      return Optional.empty();
    }
    try {
      return Pattern.matches(pattern, value)
          ? Optional.empty()
          : Optional.of("does not match %s".formatted(pattern));
    } catch (PatternSyntaxException unreadable) {
      return Optional.of("cannot be checked: the pattern of the runbook is not RE2");
    }
  }

  private Optional<String> typeProblem(String value) {
    return switch (type) {
      case "app" ->
          APP.matches(value)
              ? Optional.empty()
              : Optional.of("there is no app '%s'".formatted(value));
      case "formation" -> formationProblem(value);
      case "int" -> numberProblem(value);
      case "bool" ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of("is true or false");
      case "enum" ->
          values.contains(value)
              ? Optional.empty()
              : Optional.of("is one of %s".formatted(String.join(", ", values)));
      case "duration" ->
          Durations.read(value).isPresent()
              ? Optional.empty()
              : Optional.of("is a duration such as 5m");
      default -> Optional.empty();
    };
  }

  private Optional<String> numberProblem(String value) {
    try {
      return bound(NUMBER, "", Integer.parseInt(value));
    } catch (NumberFormatException unreadable) {
      return Optional.of("is a whole number");
    }
  }

  private Optional<String> formationProblem(String value) {
    var words = formation(value);
    if (words.isEmpty()) {
      return Optional.of("is process types with numbers, such as web=3 worker=2");
    }
    for (var word : words.get().entrySet()) {
      var problem = bound(word.getKey(), word.getKey() + " ", word.getValue());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> bound(String key, String subject, int number) {
    var low = min.get(key);
    if (low != null && number < low) {
      return Optional.of("%sis at least %d".formatted(subject, low));
    }
    var high = max.get(key);
    return high != null && number > high
        ? Optional.of("%sis at most %d".formatted(subject, high))
        : Optional.empty();
  }

  /** Process types and numbers of a formation value; empty when it is none. */
  static Optional<Map<String, Integer>> formation(String value) {
    var words = new LinkedHashMap<String, Integer>();
    for (var word : value.strip().split("\\s+", -1)) {
      var match = FORMATION_WORD.matcher(word);
      if (!match.matches() || words.put(match.group(1), Integer.valueOf(match.group(2))) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(words);
  }

  /** The words this value stands for where it is a whole word of a command. */
  public List<String> words(String value) {
    return type.equals("formation") || type.equals("list<app>")
        ? List.of(value.strip().split("[\\s,]+", -1))
        : List.of(value);
  }

  /** As the API answers it; what is not set is left out. */
  public Map<String, Object> described() {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", name);
    described.put("type", type);
    described.put("required", required);
    described.put("default", defaultValue);
    put(described, "min", bounds(min));
    put(described, "max", bounds(max));
    put(described, "minLength", minLength);
    put(described, "maxLength", maxLength);
    put(described, "pattern", pattern);
    put(described, "values", values.isEmpty() ? null : values);
    return described;
  }

  private static void put(Map<String, Object> into, String name, @Nullable Object value) {
    if (value != null) {
      into.put(name, value);
    }
  }

  private static @Nullable Object bounds(Map<String, Integer> bounds) {
    var number = bounds.get(NUMBER);
    return number != null ? number : bounds.isEmpty() ? null : bounds;
  }
}
