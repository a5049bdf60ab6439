package farol.runbooks.execution;

import farol.runbooks.library.Durations;
import farol.runbooks.library.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step with every value put in, as it will be done.
 *
 * @param target the app it touches, null where it touches none
 * @param command what a person would type
 * @param before process type to level as the plan found it; null where nothing is changed
 * @param after process type to level once the step is done
 * @param noChange true when the platform already is as the step wants it: it is not sent
 * @param text the expression of a query, the address of a GET, the length of a wait
 * @param attributes the author's attributes of the step
 */
public record PlannedStep(
    String id,
    Step.Kind kind,
    String verb,
    @Nullable String target,
    String command,
    List<Call> calls,
    @Nullable Map<String, Level> before,
    @Nullable Map<String, Level> after,
    List<Change> diff,
    boolean noChange,
    UndoPlan undo,
    @Nullable String text,
    Map<String, String> attributes) {
  /** How many dynos of which size a process type has. */
  public record Level(int quantity, String size) {}

  /** A request to the platform. */
  public record Call(String method, String path, Map<String, Object> body) {}

  /**
   * One value that moves.
   *
   * @param path for example {@code /apps/ipe/formation/web/quantity}
   */
  public record Change(String path, Object from, Object to) {}

  /**
   * How the step is taken back.
   *
   * @param kind {@code auto} from the captured state, {@code step} by another step, {@code none}
   */
  public record UndoPlan(String kind, List<Change> diff) {
    static final UndoPlan NONE = new UndoPlan("none", List.of());
  }

  public boolean mutation() {
    return kind == Step.Kind.MUTATION;
  }

  /** The levels before, empty where the step changes nothing. */
  Map<String, Level> beforeLevels() {
    return before == null ? Map.of() : before;
  }

  Map<String, Level> afterLevels() {
    return after == null ? Map.of() : after;
  }

  String attribute(String name, String otherwise) {
    return attributes.getOrDefault(name, otherwise);
  }

  Optional<Duration> duration(String name) {
    return Optional.ofNullable(attributes.get(name)).flatMap(Durations::read);
  }

  Duration timeout() {
    return duration("timeout").orElse(Step.TIMEOUT_DEFAULT);
  }
}
