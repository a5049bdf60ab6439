package farol.runbooks.execution;

import farol.runbooks.execution.PlannedStep.Level;
import farol.runbooks.paas.PlatformUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The inverse of what a run changed, from the state it captured before. Pure but for its reads. */
final class Undo {
  private Undo() {}

  /** What the run left, per app and process type: the last change of each wins. */
  static Map<String, Map<String, Level>> left(Run run) {
    var left = new LinkedHashMap<String, Map<String, Level>>();
    for (var step : run.effects()) {
      left.computeIfAbsent(String.valueOf(step.resolved().target()), _ -> new TreeMap<>())
          .putAll(step.resolved().afterLevels());
    }
    return left;
  }

  /** The steps that take the run back, last change first, where nothing moved since. */
  static List<PlannedStep> steps(Run run) {
    var steps = new ArrayList<PlannedStep>();
    for (var step : run.effects().reversed()) {
      var done = step.resolved();
      var app = String.valueOf(done.target());
      steps.add(inverse(done, app, done.afterLevels(), done.beforeLevels()));
    }
    return steps;
  }

  private static PlannedStep inverse(
      PlannedStep done, String app, Map<String, Level> from, Map<String, Level> to) {
    return Scaling.planned(
        RunStep.UNDO_PREFIX + done.id(),
        app,
        Scaling.command(app, from, to),
        from,
        to,
        false,
        Map.of("timeout", done.attribute("timeout", "2m")));
  }

  /** The fields that somebody moved since the run left them. */
  static List<PlannedStep.Change> moved(Run run, PlatformView platform) throws PlatformUnavailable {
    var moved = new ArrayList<PlannedStep.Change>();
    for (var app : left(run).entrySet()) {
      var present = only(app.getValue(), platform.formation(app.getKey()));
      moved.addAll(Scaling.diff(app.getKey(), app.getValue(), present));
    }
    return moved;
  }

  /** A plan of its own, from the state that stands to the state the run captured. */
  static Resolved resolved(Run run, PlatformView platform) throws PlatformUnavailable {
    var original = run.plan().resolved();
    var overlay = new LinkedHashMap<String, Map<String, Level>>();
    var steps = new ArrayList<PlannedStep>();
    var dynos = 0;
    for (var step : run.effects().reversed()) {
      var done = step.resolved();
      var app = String.valueOf(done.target());
      if (!overlay.containsKey(app)) {
        overlay.put(app, new LinkedHashMap<>(platform.formation(app)));
      }
      var present = overlay.getOrDefault(app, Map.of());
      var from = only(done.beforeLevels(), present);
      steps.add(inverse(done, app, from, done.beforeLevels()));
      for (var change : Scaling.diff(app, from, done.beforeLevels())) {
        if (change.from() instanceof Integer a && change.to() instanceof Integer b) {
          dynos += Math.abs(a - b);
        }
      }
      overlay.computeIfAbsent(app, _ -> new LinkedHashMap<>()).putAll(done.beforeLevels());
    }
    return new Resolved(
        original.platform(),
        original.runbook(),
        original.commit(),
        original.blob(),
        original.params(),
        List.copyOf(steps),
        new BlastRadius(
            overlay.size(),
            original.blastRadius().regions(),
            dynos,
            0,
            0,
            Map.of(),
            new BlastRadius.Budget(null, null, null),
            true),
        new Resolved.Quorum(
            Math.max(1, original.approvals().required()),
            original.approvals().from(),
            original.approvals().expiresSeconds(),
            null),
        List.of(),
        run.id().toString());
  }

  private static Map<String, Level> only(Map<String, Level> types, Map<String, Level> present) {
    var levels = new TreeMap<String, Level>();
    types.forEach(
        (type, wanted) ->
            levels.put(type, present.getOrDefault(type, new Level(0, wanted.size()))));
    return levels;
  }
}
