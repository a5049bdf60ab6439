package farol.alerting.oncall;

import static farol.alerting.oncall.ScheduleDraft.required;

import farol.alerting.door.Refusal;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An override as the API spells it: {@code remove} and {@code add} are handles. */
public record OverrideDraft(
    @Nullable String type,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String remove,
    @Nullable String add) {
  ScheduleOverride read(String at) {
    var start = required(at + "from", from);
    var time =
        Interval.of(start, required(at + "to", to))
            .orElseThrow(() -> Refusal.invalid(at + "to", "is after from"));
    return switch (required(at + "type", type)) {
      case "ADD" -> new ScheduleOverride.Add(time, required(at + "add", add));
      case "REMOVE" -> new ScheduleOverride.Remove(time, required(at + "remove", remove));
      case "REPLACE" ->
          new ScheduleOverride.Replace(
              time, required(at + "remove", remove), required(at + "add", add));
      case "TAKE" -> new ScheduleOverride.Take(time, required(at + "add", add));
      default ->
          throw Refusal.invalid(
              at + "type", "is ADD, REMOVE, REPLACE or TAKE, not '%s'".formatted(type));
    };
  }

  /** Everyone it names. */
  Stream<String> people() {
    return Stream.of(remove, add).flatMap(Stream::ofNullable);
  }
}
