package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.CloudDyno;
import farol.runbooks.devcloud.CloudFormation;
import farol.runbooks.devcloud.DynoLife;
import farol.runbooks.devcloud.DynoState;
import farol.runbooks.devcloud.Snapshot;
import farol.runbooks.devcloud.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The series of one app. */
public final class AppReading {
  private final Story story;
  private final Snapshot snapshot;
  private final AppLoad load;
  private final Counters counters;
  private final boolean web;

  AppReading(Story story, Snapshot snapshot, Checkpoints checkpoints) {
    this.story = story;
    this.snapshot = snapshot;
    this.load = AppLoad.of(story, snapshot.weather(), snapshot.now());
    this.counters = new Counters(story, load, checkpoints, snapshot.now());
    this.web = story.formation().stream().anyMatch(row -> row.type().equals(AppLoad.WEB));
  }

  /** Requests a second that are offered at an instant. */
  public double offeredAt(Instant at) {
    return counters.offeredAt(at);
  }

  /** Offered over what the running web dynos bear; empty while none runs. */
  public OptionalDouble utilisationAt(Instant at) {
    var step = load.step(load.indexAt(at));
    var up = step.in(DynoState.UP);
    return up == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(offeredAt(at) / (up * step.traffic().capacityPerDyno()));
  }

  /**
   * What the router answers at an instant, empty when the app answers itself.
   *
   * @param luck in [0, 1), decides which requests an overloaded app loses
   */
  public Optional<RouterError> errorAt(Instant at, double luck) {
    var step = load.step(load.indexAt(at));
    if (step.regionDown()) {
      return Optional.of(RouterError.H99);
    } else if (step.maintenance()) {
      return Optional.of(RouterError.H80);
    }
    if (step.in(DynoState.UP) == 0) {
      return Optional.of(Totals.whyNone(step));
    }
    var overload = utilisationAt(at).orElse(0) * (1 - luck) > 1;
    return overload ? Optional.of(RouterError.H12) : Optional.empty();
  }

  List<Series> series() {
    var series = new ArrayList<Series>();
    if (web) {
      requests(series);
      durations(series);
      series.add(
          Series.of(
              "app_dyno_utilisation_ratio",
              at -> exists(at) ? utilisationAt(at).orElse(Double.NaN) : Double.NaN,
              "app",
              name()));
    }
    story.formation().forEach(row -> dynos(series, row));
    return series;
  }

  private void requests(List<Series> series) {
    series.add(counter("app_requests_total", Totals::served, "code", "2xx"));
    series.add(counter("app_requests_total", Totals::failed, "code", "5xx"));
    for (var error : RouterError.values()) {
      series.add(
          counter("app_errors_total", totals -> totals.failed(error), "error", error.name()));
    }
  }

  private void durations(List<Series> series) {
    var metric = "app_request_duration_seconds";
    for (var i = 0; i < Latency.EDGES.length; i++) {
      var edge = i;
      series.add(
          counter(metric + "_bucket", totals -> totals.bucket(edge), "le", le(Latency.EDGES[i])));
    }
    series.add(counter(metric + "_bucket", Totals::count, "le", "+Inf"));
    series.add(counter(metric + "_sum", Totals::sum));
    series.add(counter(metric + "_count", Totals::count));
  }

  private static String le(double edge) {
    return edge == Math.rint(edge) ? String.valueOf((long) edge) : String.valueOf(edge);
  }

  private Series counter(String metric, ToDoubleFunction<Totals> part, String... labels) {
    var all = new ArrayList<>(List.of("app", name(), "region", story.app().region().wire()));
    all.addAll(List.of(labels));
    return Series.of(
        metric,
        at -> exists(at) ? part.applyAsDouble(counters.shownAt(at)) : Double.NaN,
        all.toArray(String[]::new));
  }

  private void dynos(List<Series> series, CloudFormation row) {
    for (var zone : story.app().region().zones()) {
      for (var state : DynoState.values()) {
        series.add(
            Series.of(
                "app_dynos",
                at -> exists(at) ? countAt(row.type(), zone, state, at) : Double.NaN,
                "app",
                name(),
                "region",
                story.app().region().wire(),
                "zone",
                zone,
                "type",
                row.type(),
                "state",
                state.name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private double countAt(String type, String zone, DynoState state, Instant at) {
    return story.dynos().stream()
        .filter(dyno -> dyno.type().equals(type) && livesAt(dyno, at))
        .map(dyno -> DynoLife.until(dyno, story.app(), snapshot.weather(), at).getLast())
        .filter(phase -> phase.zone().equals(zone) && phase.state() == state)
        .count();
  }

  private static boolean livesAt(CloudDyno dyno, Instant at) {
    return !dyno.startedAt().isAfter(at) && (dyno.endedAt() == null || dyno.endedAt().isAfter(at));
  }

  private boolean exists(Instant at) {
    return !at.isBefore(story.app().createdAt());
  }

  private String name() {
    return story.app().name();
  }
}
