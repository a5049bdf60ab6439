package farol.runbooks.devcloud.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import farol.runbooks.devcloud.Account;
import farol.runbooks.devcloud.CloudApp;
import farol.runbooks.devcloud.CloudDyno;
import farol.runbooks.devcloud.CloudFormation;
import farol.runbooks.devcloud.DynoSize;
import farol.runbooks.devcloud.Fault;
import farol.runbooks.devcloud.FaultKind;
import farol.runbooks.devcloud.FaultMatch;
import farol.runbooks.devcloud.Region;
import farol.runbooks.devcloud.Setting;
import farol.runbooks.devcloud.Snapshot;
import farol.runbooks.devcloud.Story;
import farol.runbooks.devcloud.Traffic;
import farol.runbooks.devcloud.Weather;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class CountersTest {
  private static final Instant BORN = Instant.parse("2026-11-20T10:17:42Z");
  private static final Instant END = BORN.plus(Duration.ofHours(9));

  @Property(tries = 60)
  void neverGoDownAndAddUpHoweverTheyAreRead(@ForAll long seed) {
    var random = new Random(seed);
    var snapshot = new Snapshot(List.of(story(random)), new Weather(faults(random)), END);
    var series = new Reading(snapshot, new Checkpoints()).series();
    var fresh = new Reading(snapshot, new Checkpoints()).series();

    for (var i = 0; i < series.size(); i++) {
      if (series.get(i).isCounter()) {
        var last = 0.0;
        for (var at = BORN; at.isBefore(END); at = at.plusSeconds(1 + random.nextInt(900))) {
          var value = series.get(i).reader().at(at);
          assertThat(value).isGreaterThanOrEqualTo(last);
          last = value;
        }
        // One sum over the whole life agrees with the sum over checkpoints.
        assertThat(fresh.get(i).reader().at(END)).isEqualTo(series.get(i).reader().at(END));
      }
    }
    var offered = 40.0 * Duration.between(BORN, END.minus(Counters.LAG)).toSeconds();
    assertThat(total(series))
        .isCloseTo(offered, org.assertj.core.data.Percentage.withPercentage(1e-6));
  }

  private static double total(List<Series> series) {
    return series.stream()
        .filter(one -> one.metric().equals("app_requests_total"))
        .mapToDouble(one -> one.reader().at(END))
        .sum();
  }

  private static Story story(Random random) {
    var id = new UUID(7, random.nextLong());
    var app =
        new CloudApp(
            id, "ipe", Region.US, Account.CAMINHO, false, BORN, BORN, BORN, "0".repeat(12), 5);
    var row = new CloudFormation(id, id, "web", 3, DynoSize.STANDARD_1X, "bin/web", BORN, BORN);
    var settings = new ArrayList<Setting>();
    settings.add(new Setting(id, BORN, false, new Traffic(40, 25, 0.08, false)));
    settings.add(new Setting(id, someTime(random), true, new Traffic(40, 12, 0.08, false)));
    return new Story(app, List.of(row), dynos(id, random), settings);
  }

  private static List<CloudDyno> dynos(UUID app, Random random) {
    var dynos = new ArrayList<CloudDyno>();
    for (var index = 1; index <= 3; index++) {
      var turn = someTime(random);
      dynos.add(dyno(app, index, BORN, turn, random));
      dynos.add(dyno(app, index, turn, null, random));
    }
    return dynos;
  }

  private static CloudDyno dyno(
      UUID app, int index, Instant from, @Nullable Instant until, Random random) {
    var id = new UUID(random.nextLong(), random.nextLong());
    return new CloudDyno(
        id,
        app,
        "web",
        index,
        DynoSize.STANDARD_1X,
        "bin/web",
        id,
        1,
        from,
        until,
        random.nextLong());
  }

  private static List<Fault> faults(Random random) {
    var faults = new ArrayList<Fault>();
    for (var kind :
        List.of(FaultKind.CRASH, FaultKind.REGION_LOSS, FaultKind.ZONE_LOSS, FaultKind.SLOW_BOOT)) {
      var from = someTime(random);
      faults.add(
          new Fault(
              new UUID(random.nextLong(), random.nextLong()),
              faults.size(),
              kind,
              FaultMatch.ALL,
              null,
              0,
              0.7,
              Duration.ZERO,
              503,
              "service_unavailable",
              5,
              from,
              from.plusSeconds(1 + random.nextInt(4_000))));
    }
    return faults;
  }

  private static Instant someTime(Random random) {
    return BORN.plusMillis(random.nextInt((int) Duration.between(BORN, END).toMillis()));
  }
}
