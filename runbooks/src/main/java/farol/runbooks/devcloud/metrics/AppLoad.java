package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.DynoLife;
import farol.runbooks.devcloud.DynoState;
import farol.runbooks.devcloud.Setting;
import farol.runbooks.devcloud.Story;
import farol.runbooks.devcloud.Traffic;
import farol.runbooks.devcloud.Weather;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The web dynos and settings of one app as a function of time that is constant in steps. */
final class AppLoad {
  /** The process type that answers requests. */
  static final String WEB = "web";

  /**
   * What holds from {@code from} until the next step.
   *
   * @param counts web dynos by state; a state without any may be missing
   */
  record Step(
      Instant from,
      boolean regionDown,
      boolean maintenance,
      Traffic traffic,
      Map<DynoState, Integer> counts) {
    int in(DynoState state) {
      return counts.getOrDefault(state, 0);
    }
  }

  private final List<Step> steps;

  private AppLoad(List<Step> steps) {
    this.steps = steps;
  }

  static AppLoad of(Story story, Weather weather, Instant until) {
    var turns = new TreeMap<Instant, Map<DynoState, Integer>>();
    for (var setting : story.settings()) {
      turns.put(setting.from(), new EnumMap<>(DynoState.class));
    }
    for (var dyno : story.dynos()) {
      if (dyno.type().equals(WEB)) {
        addTurns(turns, DynoLife.until(dyno, story.app(), weather, until), dyno.endedAt());
      }
    }
    for (var turn : weather.turns(story.app().region())) {
      turns.computeIfAbsent(turn, _ -> new EnumMap<>(DynoState.class));
    }
    return new AppLoad(sweep(story, weather, turns));
  }

  private static void addTurns(
      Map<Instant, Map<DynoState, Integer>> turns,
      List<DynoLife.Phase> phases,
      @org.jspecify.annotations.Nullable Instant ended) {
    DynoState before = null;
    for (var phase : phases) {
      shift(turns, phase.from(), phase.state(), 1);
      if (before != null) {
        shift(turns, phase.from(), before, -1);
      }
      before = phase.state();
    }
    if (ended != null && before != null) {
      shift(turns, ended, before, -1);
    }
  }

  private static void shift(
      Map<Instant, Map<DynoState, Integer>> turns, Instant at, DynoState state, int by) {
    turns.computeIfAbsent(at, _ -> new EnumMap<>(DynoState.class)).merge(state, by, Integer::sum);
  }

  private static List<Step> sweep(
      Story story, Weather weather, SortedMap<Instant, Map<DynoState, Integer>> turns) {
    var steps = new ArrayList<Step>();
    var counts = new EnumMap<DynoState, Integer>(DynoState.class);
    var settings = new ArrayList<>(story.settings());
    Setting setting = settings.removeFirst();
    for (var turn : turns.entrySet()) {
      turn.getValue().forEach((state, by) -> counts.merge(state, by, Integer::sum));
      while (!settings.isEmpty() && !settings.getFirst().from().isAfter(turn.getKey())) {
        setting = settings.removeFirst();
      }
      steps.add(
          new Step(
              turn.getKey(),
              weather.regionDown(story.app().region(), turn.getKey()),
              setting.maintenance(),
              setting.traffic(),
              Map.copyOf(counts)));
    }
    return List.copyOf(steps);
  }

  /** The step that holds at an instant at or after the app's creation. */
  int indexAt(Instant at) {
    var low = 0;
    var high = steps.size() - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (steps.get(middle).from().isAfter(at)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  Step step(int index) {
    return steps.get(index);
  }

  /** When the step ends, {@link Instant#MAX} for the last. */
  Instant endOf(int index) {
    return index + 1 < steps.size() ? steps.get(index + 1).from() : Instant.MAX;
  }
}
