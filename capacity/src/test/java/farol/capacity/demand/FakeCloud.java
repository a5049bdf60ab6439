package farol.capacity.demand;

import farol.runbooks.paas.Metrics;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform of two apps whose rate is a daily wave; it can be taken down. */
public final class FakeCloud implements Platform, Metrics {
  public boolean down;
  public int dynos = 6;
  public final List<String> asked = new ArrayList<>();

  /** The rate of both apps together in the hour that starts at {@code at}. */
  public static double rate(Instant at) {
    var hour = Math.floorMod(at.getEpochSecond() / 3600, 24L);
    return 2 * (100 + 50 * Math.sin(2 * Math.PI * hour / 24));
  }

  @Override
  public About about() {
    return new About("devcloud", "simulated", "http://127.0.0.1");
  }

  @Override
  public List<App> apps() throws PlatformUnavailable {
    up();
    return List.of(new App("1", "shop-us", "us", false), new App("2", "blog-us", "us", false));
  }

  @Override
  public List<Formation> formation(String app) {
    return List.of(
        new Formation("web", dynos, "standard-2X"), new Formation("worker", 4, "standard-2X"));
  }

  @Override
  public List<Series> query(String expression, Instant at) throws PlatformUnavailable {
    up();
    return List.of("a", "b", "c").stream()
        .map(zone -> new Series(Map.of("region", "us", "zone", "us-east-1" + zone), List.of()))
        .toList();
  }

  @Override
  public List<Series> queryRange(String expression, Instant from, Instant until, Duration step)
      throws PlatformUnavailable {
    up();
    asked.add(from + " " + until);
    var points = new ArrayList<Point>();
    for (var at = from; at.isBefore(until); at = at.plus(step)) {
      points.add(new Point(at, rate(at.minus(step)) / 2));
    }
    return List.of(
        new Series(Map.of("app", "shop-us", "region", "us"), points),
        new Series(Map.of("app", "blog-us", "region", "us"), points),
        new Series(Map.of("app", "stranger", "region", "us"), points));
  }

  private void up() throws PlatformUnavailable {
    if (down) {
      throw new PlatformUnavailable("The platform gave no answer", true, null);
    }
  }

  @Override
  public Optional<App> app(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Dyno> dynos(String app) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Release> releases(String app) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String scale(String app, Map<String, Integer> quantities, Map<String, String> sizes) {
    throw new UnsupportedOperationException();
  }
}
