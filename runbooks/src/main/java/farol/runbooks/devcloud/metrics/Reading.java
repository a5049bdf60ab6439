package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.Region;
import farol.runbooks.devcloud.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All series of the simulated platform, from one snapshot of its facts. */
public final class Reading {
  private final Snapshot snapshot;
  private final Map<String, AppReading> apps = new TreeMap<>();

  public Reading(Snapshot snapshot, Checkpoints checkpoints) {
    this.snapshot = snapshot;
    for (var story : snapshot.stories()) {
      apps.put(story.app().name(), new AppReading(story, snapshot, checkpoints));
    }
  }

  public Instant now() {
    return snapshot.now();
  }

  /** The reading of an app that the snapshot holds. */
  public AppReading app(String name) {
    var app = apps.get(name);
    if (app == null) {
      throw new IllegalArgumentException("The snapshot has no app " + name);
    }
    return app;
  }

  List<Series> series() {
    var series = new ArrayList<Series>();
    apps.values().forEach(app -> series.addAll(app.series()));
    for (var region : Region.values()) {
      series.add(
          Series.of(
              "devcloud_up",
              at -> snapshot.weather().regionDown(region, at) ? 0 : 1,
              "region",
              region.wire()));
      region.zones().forEach(zone -> series.add(zoneUp(region, zone)));
    }
    return series;
  }

  private Series zoneUp(Region region, String zone) {
    return Series.of(
        "devcloud_zone_up",
        at -> snapshot.weather().zoneDown(region, zone, at) ? 0 : 1,
        "region",
        region.wire(),
        "zone",
        zone);
  }
}
