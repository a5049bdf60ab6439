package farol.runbooks.execution;

import farol.runbooks.execution.RunStep.State;
import farol.runbooks.library.Condition;
import farol.runbooks.library.Durations;
import farol.runbooks.paas.Metrics;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformRefused;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Steps that change nothing: checks, reads, waits and what a person does by hand. */
@Component
class CheckSteps {
  static final Duration EVERY_DEFAULT = Duration.ofSeconds(5);
  static final Duration EVERY_MIN = Duration.ofSeconds(1);
  static final Duration SIGN_OFF_DEFAULT = Duration.ofDays(7);
  static final Duration SERIES_OLD = Duration.ofMinutes(5);

  private final Platform platform;
  private final Metrics metrics;
  private final AppProbe probe;

  CheckSteps(Platform platform, Metrics metrics, AppProbe probe) {
    this.platform = platform;
    this.metrics = metrics;
    this.probe = probe;
  }

  Outcome look(RunStep step, Instant now) {
    return switch (step.resolved().verb()) {
      case "promql.check" -> check(step, now, query(step.resolved(), now));
      case "http.check" -> check(step, now, probed(step.resolved()));
      case "wait" -> pause(step, now);
      case "manual" -> signOff(step, now);
      default -> read(step);
    };
  }

  /**
   * What was measured.
   *
   * @param known false when there is no value to judge; it then never passes
   */
  private record Measured(boolean known, List<Double> values, String words) {
    static Measured unknown(String why) {
      return new Measured(false, List.of(), why);
    }

    boolean satisfies(Condition condition) {
      return known && values.stream().allMatch(condition::holds);
    }
  }

  private Measured query(PlannedStep planned, Instant now) {
    try {
      var series = metrics.query(String.valueOf(planned.text()), now);
      if (series.isEmpty()) {
        return Measured.unknown("no data");
      }
      var values = new java.util.ArrayList<Double>();
      for (var row : series) {
        if (row.points().isEmpty()) {
          return Measured.unknown("no data");
        }
        var point = row.points().getLast();
        if (Double.isNaN(point.value()) || point.at().isBefore(now.minus(SERIES_OLD))) {
          return Measured.unknown(Double.isNaN(point.value()) ? "no value" : "the data is old");
        }
        values.add(point.value());
      }
      return new Measured(true, values, words(values));
    } catch (PlatformUnavailable | PlatformRefused failed) {
      return Measured.unknown(String.valueOf(failed.getMessage()));
    }
  }

  private static String words(List<Double> values) {
    var shown = values.stream().limit(5).map(value -> String.format(Locale.ROOT, "%.4g", value));
    return String.join(", ", shown.toList()) + (values.size() > 5 ? ", …" : "");
  }

  private Measured probed(PlannedStep planned) {
    try {
      var status = probe.get(String.valueOf(planned.target()), String.valueOf(planned.text()));
      return new Measured(true, List.of((double) status), "status " + status);
    } catch (PlatformUnavailable away) {
      return Measured.unknown(String.valueOf(away.getMessage()));
    }
  }

  private Outcome check(RunStep step, Instant now, Measured measured) {
    var planned = step.resolved();
    var result = new HashMap<String, Object>();
    result.put("values", measured.values());
    var expect = condition(planned, "expect");
    if (expect.isEmpty()) {
      return informed(planned, measured, result);
    }
    if (measured.satisfies(expect.get())) {
      return verdict(planned, measured, result);
    }
    var deadline =
        step.deadlineAt() != null
            ? step.deadlineAt()
            : now.plus(planned.duration("within").orElse(Duration.ZERO));
    if (now.isBefore(deadline)) {
      var every = planned.duration("every").orElse(EVERY_DEFAULT);
      var next = now.plus(every.compareTo(EVERY_MIN) < 0 ? EVERY_MIN : every);
      var waiting =
          step.to(State.WAITING, "%s, not yet %s".formatted(measured.words(), wanted(planned)), now)
              .waitingUntil(deadline)
              .with(result);
      return new Outcome.Later(next.isAfter(deadline) ? deadline : next, waiting);
    }
    result.put("outcome", measured.known() ? "fail" : "unknown");
    return new Outcome.Failed(
        "%s; expected %s".formatted(measured.words(), wanted(planned)), result);
  }

  /** A check that expects nothing informs: it never stops a run, and no data is never a pass. */
  private static Outcome informed(
      PlannedStep planned, Measured measured, Map<String, Object> result) {
    if (!measured.known()) {
      result.put("outcome", "unknown");
      return new Outcome.Done(State.SKIPPED, "unknown: " + measured.words(), result);
    }
    return verdict(planned, measured, result);
  }

  private static Outcome verdict(
      PlannedStep planned, Measured measured, Map<String, Object> result) {
    var warn = condition(planned, "warn");
    var warned = warn.isPresent() && measured.values().stream().anyMatch(warn.get()::holds);
    result.put("outcome", warned ? "warn" : "pass");
    return Outcome.Done.verified(
        warned
            ? "%s, warning at %s".formatted(measured.words(), planned.attribute("warn", ""))
            : measured.words(),
        result);
  }

  private static Optional<Condition> condition(PlannedStep planned, String name) {
    return Condition.read(planned.attribute(name, ""));
  }

  private static String wanted(PlannedStep planned) {
    return planned.attribute("expect", "");
  }

  private static Outcome pause(RunStep step, Instant now) {
    var until = step.deadlineAt();
    if (until == null) {
      until =
          now.plus(Durations.read(String.valueOf(step.resolved().text())).orElse(Duration.ZERO));
    }
    if (now.isBefore(until)) {
      return new Outcome.Later(until, step.to(State.WAITING, "waiting", now).waitingUntil(until));
    }
    return Outcome.Done.verified("waited " + step.resolved().text(), Map.of());
  }

  private static Outcome signOff(RunStep step, Instant now) {
    var until = step.deadlineAt();
    if (until == null) {
      until = now.plus(step.resolved().duration("timeout").orElse(SIGN_OFF_DEFAULT));
    }
    if (!now.isBefore(until)) {
      return new Outcome.Failed("nobody signed off in time", Map.of());
    }
    var role = step.resolved().attribute("role", "responder");
    return new Outcome.Asked(
        step.to(State.WAITING, "waits for a %s to sign off".formatted(role), now)
            .waitingUntil(until));
  }

  private Outcome read(RunStep step) {
    var app = String.valueOf(step.resolved().target());
    try {
      var levels = Scaling.words(PlatformView.levels(platform, app));
      var up = platform.dynos(app).stream().filter(dyno -> dyno.state().equals("up")).count();
      return Outcome.Done.verified(
          "%s; %d dynos up".formatted(levels, up), Map.of("formation", levels, "up", up));
    } catch (PlatformUnavailable away) {
      return new Outcome.Away(String.valueOf(away.getMessage()), step);
    } catch (PlatformRefused refused) {
      return new Outcome.Failed(String.valueOf(refused.getMessage()), Map.of());
    }
  }
}
