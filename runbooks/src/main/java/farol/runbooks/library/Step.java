package farol.runbooks.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An executable block or a manual task item.
 *
 * @param verb in the words of the platform port, for example {@code ps.scale}
 * @param line of the fence or the item
 * @param command as the author wrote it, prompts dropped
 */
public record Step(
    String id,
    Kind kind,
    String verb,
    int line,
    String command,
    Map<String, String> attributes,
    Action action) {
  public static final Duration TIMEOUT_DEFAULT = Duration.ofMinutes(2);

  /** What a step is. */
  public enum Kind {
    READ,
    CHECK,
    MUTATION,
    MANUAL,
    WAIT,
    NOTIFY,
    CALL;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a step does. */
  public sealed interface Action {
    /** A verb of the platform, with the words after it that are no options. */
    record Verb(Template app, List<Template> words) implements Action {}

    /** An expression in PromQL. */
    record MetricQuery(Template expression) implements Action {}

    /** A GET of an address. */
    record HttpGet(Template url) implements Action {}

    /** A pause. */
    record Pause(Template duration) implements Action {}

    /** A person does something and says so. */
    record SignOff(String text) implements Action {}

    /** A block that is understood and cannot be run by this version. */
    record Unsupported() implements Action {}
  }

  public Step {
    attributes = Map.copyOf(attributes);
  }

  public boolean mutating() {
    return kind == Kind.MUTATION;
  }

  public @Nullable String attribute(String name) {
    return attributes.get(name);
  }

  public boolean flag(String name) {
    return attributes.containsKey(name) && !"false".equals(attributes.get(name));
  }

  public Optional<Duration> duration(String name) {
    return Optional.ofNullable(attributes.get(name)).flatMap(Durations::read);
  }

  /** {@code pause} unless the author chose otherwise. */
  public String onFail() {
    return attributes.getOrDefault("on-fail", "pause");
  }
}
