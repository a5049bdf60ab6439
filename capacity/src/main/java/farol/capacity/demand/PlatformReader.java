package farol.capacity.demand;

import farol.runbooks.paas.Metrics;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads from the platform what this room needs: apps, zones and requests. No transaction. */
@Component
class PlatformReader {
  /** What the wire calls a region, and what people call it. */
  private static final Map<String, String> REGIONS = Map.of("us", "us-east", "eu", "eu-west");

  private static final String WEB = "web";
  private static final String ZONES = "sum by (region, zone) (app_dynos)";

  private final Platform platform;
  private final Metrics metrics;

  PlatformReader(Platform platform, Metrics metrics) {
    this.platform = platform;
    this.metrics = metrics;
  }

  /** The mean rate of one app in the step that starts at {@code at}. */
  record Rate(String app, Instant at, double perSecond) {}

  String name() {
    return platform.about().id();
  }

  List<AppSeen> apps() throws PlatformUnavailable {
    var seen = new ArrayList<AppSeen>();
    for (var app : platform.apps()) {
      for (var formation : platform.formation(app.name())) {
        if (formation.type().equals(WEB)) {
          var size = formation.size().toLowerCase(Locale.ROOT);
          seen.add(
              new AppSeen(
                  app.name(), new PoolKey(region(app.region()), size), formation.quantity()));
        }
      }
    }
    return seen;
  }

  /** The zones of each region, in order. */
  Map<String, List<String>> zones(Instant at) throws PlatformUnavailable {
    var zones = new TreeMap<String, TreeSet<String>>();
    for (var series : metrics.query(ZONES, at)) {
      var region = series.labels().get("region");
      var zone = series.labels().get("zone");
      if (region != null && zone != null) {
        zones.computeIfAbsent(region(region), _ -> new TreeSet<>()).add(zone);
      }
    }
    var lists = new TreeMap<String, List<String>>();
    zones.forEach((region, names) -> lists.put(region, List.copyOf(names)));
    return lists;
  }

  /** The rates of the steps from {@code from} to {@code until}, both on the grid. */
  Collection<Rate> rates(String expression, Instant from, Instant until, Duration step)
      throws PlatformUnavailable {
    var rates = new ArrayList<Rate>();
    for (var series : metrics.queryRange(expression, from.plus(step), until.plus(step), step)) {
      var app = series.labels().get("app");
      if (app == null) {
        continue;
      }
      for (var point : series.points()) {
        if (Double.isFinite(point.value())) {
          rates.add(new Rate(app, point.at().minus(step), point.value()));
        }
      }
    }
    return rates;
  }

  private static String region(String wire) {
    return REGIONS.getOrDefault(wire, wire);
  }
}
