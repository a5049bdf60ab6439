package farol.statuspage.uptime.web;

import farol.alerting.door.Refusal;
import farol.statuspage.component.Weights;
import farol.statuspage.uptime.DayColour;
import farol.statuspage.uptime.Method;
import farol.statuspage.uptime.Rules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller asks to be calculated. */
record Question(
    @Nullable String method,
    @Nullable String timeZone,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant asOf,
    @Nullable Integer places,
    @Nullable Integer noticeHours,
    @Nullable Weights weights,
    @Nullable Boolean days,
    DayColour.@Nullable Palette palette,
    @Nullable List<Asked> components) {
  static final int COMPONENTS_MAX = 50;
  static final int CLAIMS_MAX = 20_000;
  static final int DAYS_MAX = 3_700;

  /** A component with its claims. */
  record Asked(@Nullable String name, @Nullable Instant start, @Nullable List<Claimed> claims) {
    List<Claimed> said() {
      return Objects.requireNonNullElse(claims, List.of());
    }
  }

  /** A claim as a caller writes it. */
  record Claimed(
      @Nullable String id,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String state,
      @Nullable Instant recordedAt,
      @Nullable String supersedes,
      @Nullable String severity,
      @Nullable Window window) {}

  /** An announced maintenance window. */
  record Window(@Nullable Instant from, @Nullable Instant to, @Nullable Instant announcedAt) {}

  Rules rules() {
    return new Rules(
        Method.of(Objects.requireNonNullElse(method, "farol")),
        zone(),
        Objects.requireNonNullElse(places, 2),
        Objects.requireNonNullElse(noticeHours, 72),
        Objects.requireNonNullElse(weights, Weights.DEFAULT));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(Objects.requireNonNullElse(timeZone, "Etc/UTC"));
    } catch (DateTimeException unknown) {
      throw Refusal.invalid("timeZone", "no such time zone: " + timeZone);
    }
  }

  Instant begins() {
    return required("from", from);
  }

  Instant ends() {
    var end = required("to", to);
    mustBeWindow(begins(), end);
    return end;
  }

  /** Refuses a window that ends before it begins, or is longer than ten years. */
  static void mustBeWindow(Instant from, Instant to) {
    if (!to.isAfter(from)) {
      throw Refusal.invalid("to", "is not after from");
    }
    if (Duration.between(from, to).toDays() > DAYS_MAX) {
      throw Refusal.invalid("to", "is at most %d days after from".formatted(DAYS_MAX));
    }
  }

  List<Asked> asked() {
    var asked = required("components", components);
    if (asked.size() > COMPONENTS_MAX) {
      throw Refusal.invalid("components", "are at most " + COMPONENTS_MAX);
    }
    if (asked.stream().mapToInt(one -> one.said().size()).sum() > CLAIMS_MAX) {
      throw Refusal.invalid("components", "hold at most %d claims".formatted(CLAIMS_MAX));
    }
    return asked;
  }

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.invalid(field, "is missing");
    }
    return value;
  }
}
