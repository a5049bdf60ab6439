package farol.runbooks.execution;

import farol.runbooks.execution.PlannedStep.Call;
import farol.runbooks.execution.PlannedStep.Change;
import farol.runbooks.execution.PlannedStep.Level;
import farol.runbooks.execution.PlannedStep.UndoPlan;
import farol.runbooks.library.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a change of levels is on the wire, as a difference, and taken back. Pure. */
final class Scaling {
  private Scaling() {}

  static PlannedStep planned(
      Step step, String app, String command, Map<String, Level> before, Map<String, Level> after) {
    return planned(
        step.id(),
        app,
        command,
        before,
        after,
        "none".equals(step.attribute("undo")),
        step.attributes());
  }

  static PlannedStep planned(
      String id,
      String app,
      String command,
      Map<String, Level> before,
      Map<String, Level> after,
      boolean noUndo,
      Map<String, String> attributes) {
    var diff = diff(app, before, after);
    return new PlannedStep(
        id,
        Step.Kind.MUTATION,
        "ps.scale",
        app,
        command,
        List.of(call(app, before, after)),
        before,
        after,
        diff,
        diff.isEmpty(),
        noUndo ? UndoPlan.NONE : new UndoPlan("auto", diff(app, after, before)),
        null,
        attributes);
  }

  static List<Change> diff(String app, Map<String, Level> from, Map<String, Level> to) {
    var diff = new ArrayList<Change>();
    to.forEach(
        (type, level) -> {
          var old = from.getOrDefault(type, new Level(0, level.size()));
          var path = "/apps/%s/formation/%s/".formatted(app, type);
          if (old.quantity() != level.quantity()) {
            diff.add(new Change(path + "quantity", old.quantity(), level.quantity()));
          }
          if (!old.size().equalsIgnoreCase(level.size())) {
            diff.add(new Change(path + "size", old.size(), level.size()));
          }
        });
    return List.copyOf(diff);
  }

  /** One batch: every named type with its absolute number, and the size where it changes. */
  private static Call call(String app, Map<String, Level> before, Map<String, Level> after) {
    var updates = new ArrayList<Map<String, Object>>();
    after.forEach(
        (type, level) -> {
          var update = new LinkedHashMap<String, Object>();
          update.put("type", type);
          update.put("quantity", level.quantity());
          if (resized(before, type, level)) {
            update.put("dyno_size", Map.of("name", level.size()));
          }
          updates.add(update);
        });
    return new Call("PATCH", "/apps/%s/formation".formatted(app), Map.of("updates", updates));
  }

  static boolean resized(Map<String, Level> before, String type, Level after) {
    var old = before.get(type);
    return old != null && !old.size().equalsIgnoreCase(after.size());
  }

  /** Whether each of the wanted levels stands. */
  static boolean stands(Map<String, Level> wanted, Map<String, Level> present) {
    return wanted.entrySet().stream()
        .allMatch(
            entry -> {
              var level = present.get(entry.getKey());
              return level != null
                  && level.quantity() == entry.getValue().quantity()
                  && level.size().equalsIgnoreCase(entry.getValue().size());
            });
  }

  /** The levels in words: {@code web 3, worker 2}. */
  static String words(Map<String, Level> levels) {
    var words = new ArrayList<String>();
    levels.forEach((type, level) -> words.add(type + " " + level.quantity()));
    return String.join(", ", words);
  }

  /** The command that a person would type. */
  static String command(String app, Map<String, Level> before, Map<String, Level> after) {
    var words = new ArrayList<String>();
    after.forEach(
        (type, level) ->
            words.add(
                "%s=%d%s"
                    .formatted(
                        type,
                        level.quantity(),
                        resized(before, type, level) ? ":" + level.size() : "")));
    return "heroku ps:scale %s --app %s".formatted(String.join(" ", words), app);
  }
}
