package farol.alerting.oncall;

import farol.alerting.door.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a schedule as the API and the database spell them. Reading them refuses what is
 * wrong with the path of the field.
 */
public record ScheduleDraft(@Nullable String timeZone, @Nullable List<LayerDraft> layers) {
  /** A layer; its zone is the schedule's and its priority its position unless they are given. */
  public record LayerDraft(
      @Nullable String name,
      @Nullable Integer priority,
      @Nullable String timeZone,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable RotationDraft rotation,
      @Nullable List<RestrictionDraft> restrictions) {}

  /** A rotation; {@code start} is a local date and time to the minute. */
  public record RotationDraft(
      @Nullable String unit,
      @Nullable Integer length,
      @Nullable String start,
      @Nullable List<List<String>> slots,
      @Nullable List<String> countedDays) {}

  /** DAILY with {@code days}, or WEEKLY with {@code startDay} and {@code endDay}. */
  public record RestrictionDraft(
      @Nullable String type,
      @Nullable String start,
      @Nullable String end,
      @Nullable List<String> days,
      @Nullable String startDay,
      @Nullable String endDay) {}

  /** The schedule in this spelling, with everything that may be left out written down. */
  static ScheduleDraft of(Schedule schedule) {
    return new ScheduleDraft(
        schedule.zone().getId(),
        schedule.layers().stream().map(layer -> of(layer, schedule.zone())).toList());
  }

  private static LayerDraft of(Layer layer, ZoneId scheduleZone) {
    var rotation = layer.rotation();
    return new LayerDraft(
        layer.name(),
        layer.priority(),
        layer.zone().equals(scheduleZone) ? null : layer.zone().getId(),
        layer.from(),
        layer.until(),
        new RotationDraft(
            rotation.unit().name(),
            rotation.length(),
            rotation.start().toString(),
            rotation.slots(),
            rotation.unit() == Rotation.Unit.DAY ? names(rotation.countedDays()) : null),
        layer.restrictions().stream().map(ScheduleDraft::of).toList());
  }

  private static RestrictionDraft of(Restriction restriction) {
    return switch (restriction) {
      case Restriction.Daily(var start, var end, var days) ->
          new RestrictionDraft("DAILY", start.toString(), end.toString(), names(days), null, null);
      case Restriction.Weekly(var startDay, var start, var endDay, var end) ->
          new RestrictionDraft(
              "WEEKLY", start.toString(), end.toString(), null, startDay.name(), endDay.name());
    };
  }

  private static List<String> names(Set<DayOfWeek> days) {
    return days.stream().sorted().map(DayOfWeek::name).toList();
  }

  /** Reads the draft; {@code at} is the path before it, such as {@code schedule.} or empty. */
  Schedule read(String at) {
    var zone = zone(at + "timeZone", required(at + "timeZone", timeZone));
    var drafts = required(at + "layers", layers);
    var read =
        IntStream.range(0, drafts.size())
            .mapToObj(i -> layer("%slayers[%d].".formatted(at, i), i, drafts.get(i), zone))
            .toList();
    return checked(at + "layers", () -> new Schedule(zone, read));
  }

  private static Layer layer(
      String at, int index, @Nullable LayerDraft given, ZoneId scheduleZone) {
    var draft = required(at.substring(0, at.length() - 1), given);
    var zone = draft.timeZone == null ? scheduleZone : zone(at + "timeZone", draft.timeZone);
    var rotation = rotation(at + "rotation.", required(at + "rotation", draft.rotation), zone);
    var windows = draft.restrictions == null ? List.<RestrictionDraft>of() : draft.restrictions;
    var restrictions =
        IntStream.range(0, windows.size())
            .mapToObj(i -> restriction("%srestrictions[%d].".formatted(at, i), windows.get(i)))
            .toList();
    var name = draft.name == null ? "layer " + (index + 1) : draft.name;
    var priority = draft.priority == null ? index : draft.priority;
    if (draft.from != null && draft.until != null && !draft.from.isBefore(draft.until)) {
      throw Refusal.invalid(at + "until", "is after from");
    }
    return checked(
        at + "name",
        () -> new Layer(name, priority, zone, draft.from, draft.until, rotation, restrictions));
  }

  private static Rotation rotation(String at, RotationDraft draft, ZoneId zone) {
    var unit = constant(at + "unit", Rotation.Unit.class, required(at + "unit", draft.unit));
    var start = start(at + "start", required(at + "start", draft.start), zone);
    var length = draft.length == null ? 1 : draft.length;
    var slots = required(at + "slots", draft.slots);
    for (var i = 0; i < slots.size(); i++) {
      required("%sslots[%d]".formatted(at, i), slots.get(i))
          .forEach(person -> required(at + "slots", person));
    }
    if (draft.countedDays != null && unit != Rotation.Unit.DAY) {
      throw Refusal.invalid(at + "countedDays", "goes with the unit DAY only");
    }
    var counted = days(at + "countedDays", draft.countedDays);
    return checked(at + "length", () -> new Rotation(unit, length, start, slots, counted));
  }

  private static LocalDateTime start(String field, String text, ZoneId zone) {
    var start = parsed(field, "is like 2026-03-02T09:00", () -> LocalDateTime.parse(text));
    if (LocalTimes.isSkipped(start, zone)) {
      var candidates = LocalTimes.candidates(start, zone);
      throw Refusal.invalid(
          field,
          "%s does not exist in %s, where clocks go forward over it: %s or %s"
              .formatted(text, zone, candidates.getFirst(), candidates.getLast()));
    }
    return start;
  }

  private static Restriction restriction(String at, @Nullable RestrictionDraft given) {
    var draft = required(at.substring(0, at.length() - 1), given);
    var type = required(at + "type", draft.type);
    var start = time(at + "start", draft.start);
    var end = time(at + "end", draft.end);
    return switch (type) {
      case "DAILY" -> {
        var days = days(at + "days", draft.days);
        yield checked(at + "days", () -> new Restriction.Daily(start, end, days));
      }
      case "WEEKLY" ->
          new Restriction.Weekly(
              day(at + "startDay", draft.startDay), start, day(at + "endDay", draft.endDay), end);
      default -> throw Refusal.invalid(at + "type", "is DAILY or WEEKLY, not '%s'".formatted(type));
    };
  }

  private static EnumSet<DayOfWeek> days(String field, @Nullable List<String> names) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    if (names == null) {
      days.addAll(Rotation.allDays());
    } else {
      names.forEach(name -> days.add(day(field, name)));
    }
    return days;
  }

  private static DayOfWeek day(String field, @Nullable String name) {
    return constant(field, DayOfWeek.class, required(field, name));
  }

  private static LocalTime time(String field, @Nullable String text) {
    var given = required(field, text);
    return parsed(field, "is like 09:00", () -> LocalTime.parse(given));
  }

  private static ZoneId zone(String field, String text) {
    return parsed(field, "is a zone like America/Chicago", () -> ZoneId.of(text));
  }

  private static <T> T parsed(String field, String right, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (DateTimeException wrong) {
      throw Refusal.invalid(field, right);
    }
  }

  private static <E extends Enum<E>> E constant(String field, Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(
          field, "is one of %s, not '%s'".formatted(List.of(type.getEnumConstants()), name));
    }
  }

  private static <T> T checked(String field, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(field, String.valueOf(wrong.getMessage()));
    }
  }

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.invalid(field, "is missing");
    }
    return value;
  }
}
