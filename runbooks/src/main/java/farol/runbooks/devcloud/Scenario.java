package farol.runbooks.devcloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Apps to begin with.
 *
 * @param age how long ago the apps were made
 */
record Scenario(String name, Duration age, List<Plan> plans) {
  static final int FLEET_DEFAULT = 5_000;

  /** One app of a scenario. */
  record Plan(
      String app,
      Region region,
      Traffic traffic,
      DynoSize size,
      Map<String, Integer> quantities,
      int releases) {}

  /** The scenario of this name: empty, caminho, or fleet with so many apps. */
  static Optional<Scenario> named(String name, int apps, long seed) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "empty" -> Optional.of(new Scenario("empty", Duration.ZERO, List.of()));
      case "caminho" -> Optional.of(new Scenario("caminho", Duration.ofDays(70), caminho()));
      case "fleet" -> Optional.of(new Scenario("fleet", Duration.ofHours(1), fleet(apps, seed)));
      default -> Optional.empty();
    };
  }

  private static List<Plan> caminho() {
    return List.of(
        plan("checkout-us", Region.US, 118, 25, 0.08, DynoSize.STANDARD_2X, 8, 3, 14),
        plan("checkout-eu", Region.EU, 64, 25, 0.08, DynoSize.STANDARD_2X, 5, 2, 14),
        plan("api-us", Region.US, 210, 40, 0.045, DynoSize.STANDARD_2X, 9, 2, 21),
        plan("api-eu", Region.EU, 130, 40, 0.045, DynoSize.STANDARD_2X, 6, 2, 21),
        plan("router-us", Region.US, 420, 120, 0.012, DynoSize.STANDARD_2X, 6, 0, 9),
        plan("router-eu", Region.EU, 260, 120, 0.012, DynoSize.STANDARD_2X, 4, 0, 9),
        plan("build-us", Region.US, 6, 4, 0.4, DynoSize.STANDARD_1X, 3, 6, 11),
        plan("build-eu", Region.EU, 3.5, 4, 0.4, DynoSize.STANDARD_1X, 2, 4, 11),
        plan("dashboard-us", Region.US, 34, 18, 0.11, DynoSize.STANDARD_1X, 4, 0, 17),
        plan("logs-eu", Region.EU, 88, 60, 0.02, DynoSize.STANDARD_1X, 3, 4, 7),
        plan("checkout-staging", Region.US, 0.6, 25, 0.08, DynoSize.STANDARD_1X, 1, 1, 30));
  }

  private static Plan plan(
      String app,
      Region region,
      double requests,
      double capacity,
      double service,
      DynoSize size,
      int web,
      int worker,
      int releases) {
    var quantities = worker == 0 ? Map.of("web", web) : Map.of("web", web, "worker", worker);
    return new Plan(
        app, region, new Traffic(requests, capacity, service, true), size, quantities, releases);
  }

  private static List<Plan> fleet(int apps, long seed) {
    var plans = new ArrayList<Plan>();
    for (var i = 1; i <= apps; i++) {
      var web = 1 + (int) (4 * Hash.unit(seed, i, 1));
      var region = Hash.unit(seed, i, 2) < 0.6 ? Region.US : Region.EU;
      var requests = Math.round(web * 18 * Hash.unit(seed, i, 3) * 10) / 10.0;
      plans.add(
          plan(
              "fleet-%05d".formatted(i),
              region,
              requests,
              25,
              0.08,
              DynoSize.STANDARD_1X,
              web,
              (int) (3 * Hash.unit(seed, i, 4)),
              1));
    }
    return plans;
  }
}
