package farol.runbooks.library;

import farol.alerting.catalog.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns executable blocks and task items into steps. */
final class StepReader {
  static final int STEPS_MAX = 100;
  private static final Set<String> EXECUTABLE =
      Set.of("heroku", "promql", "http", "wait", "notify", "runbook");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final Pattern ON_FAIL =
      Pattern.compile("pause|abort|continue|(?:undo|goto):[a-z][a-z0-9-]{0,62}");
  private static final Pattern HTTP = Pattern.compile("(?:([A-Z]+)\\s+)?(\\S.*)");

  private final FrontMatter front;
  private final Findings findings;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  StepReader(FrontMatter front, Findings findings) {
    this.front = front;
    this.findings = findings;
  }

  List<Step> read(Outline outline) {
    for (var fence : outline.fences()) {
      if (EXECUTABLE.contains(fence.language())) {
        block(fence);
      }
    }
    outline.manualItems().forEach(this::item);
    steps.sort(java.util.Comparator.comparingInt(Step::line));
    if (steps.size() > STEPS_MAX) {
      findings.error("RB209", 0, "A runbook has at most %d steps".formatted(STEPS_MAX));
    }
    front
        .stepLines()
        .forEach(
            (id, line) -> {
              if (!ids.contains(id)) {
                findings.error("RB207", line, "There is no step '%s'".formatted(id));
              }
            });
    checkGotos();
    return List.copyOf(steps);
  }

  /** Whether a fence would be a step. */
  static boolean isStep(Outline.Fence fence) {
    var attributes = Attributes.ofInfo(fence.info());
    return EXECUTABLE.contains(fence.language())
        && attributes != null
        && (attributes.containsKey("id") || attributes.containsKey("name"));
  }

  private void block(Outline.Fence fence) {
    var attributes = attributes(Attributes.ofInfo(fence.info()), fence.line());
    if (attributes == null) {
      return;
    }
    var id = attributes.getOrDefault("id", attributes.get("name"));
    if (id == null) {
      return;
    }
    if (!named(id, fence.line())) {
      return;
    }
    var command = command(fence.literal());
    if (command.isEmpty()) {
      findings.error("RB205", fence.line(), "The step '%s' is empty".formatted(id));
      return;
    }
    var step = step(id, fence, command, attributes);
    if (step != null) {
      steps.add(step);
    }
  }

  private @Nullable Step step(
      String id, Outline.Fence fence, String command, Map<String, String> attributes) {
    return switch (fence.language()) {
      case "heroku" -> heroku(id, fence.line(), command, attributes);
      case "promql" ->
          new Step(
              id,
              Step.Kind.CHECK,
              "promql.check",
              fence.line(),
              command,
              attributes,
              new Step.Action.MetricQuery(Template.of(command)));
      case "http" -> http(id, fence.line(), command, attributes);
      case "wait" -> pause(id, fence.line(), command, attributes);
      case "notify" ->
          new Step(
              id,
              Step.Kind.NOTIFY,
              "notify",
              fence.line(),
              command,
              attributes,
              new Step.Action.Unsupported());
      default ->
          new Step(
              id,
              Step.Kind.CALL,
              "runbook.call",
              fence.line(),
              command,
              attributes,
              new Step.Action.Unsupported());
    };
  }

  private @Nullable Step heroku(
      String id, int line, String command, Map<String, String> attributes) {
    if (command.contains("\n")) {
      findings.error("RB204", line, "One command per step: '%s' has several".formatted(id));
      return null;
    }
    var words = Words.of(command);
    if (words.refused() != null) {
      findings.error(
          "RB301", line, "A step holds no shell: %s is refused".formatted(words.refused()));
      return null;
    }
    var read = HerokuCommand.read(words.words(), line, findings);
    if (read == null || read.app() == null) {
      return null;
    }
    if (read.mutating() && attributes.containsKey("retry") && !read.verb().equals("ps.scale")) {
      findings.error("RB210", line, "retry is for reads, checks and absolute verbs");
    }
    return new Step(
        id,
        read.mutating() ? Step.Kind.MUTATION : Step.Kind.READ,
        read.verb(),
        line,
        command,
        attributes,
        new Step.Action.Verb(read.app(), read.words()));
  }

  private @Nullable Step http(String id, int line, String command, Map<String, String> attributes) {
    var match = HTTP.matcher(command);
    if (command.contains("\n") || !match.matches()) {
      findings.error("RB204", line, "An http step is one line: GET and an address");
      return null;
    }
    if (match.group(1) != null && !match.group(1).equals("GET")) {
      findings.error("RB302", line, "An http step reads: only GET is allowed");
      return null;
    }
    return new Step(
        id,
        Step.Kind.CHECK,
        "http.check",
        line,
        command,
        attributes,
        new Step.Action.HttpGet(Template.of(match.group(2))));
  }

  private @Nullable Step pause(
      String id, int line, String command, Map<String, String> attributes) {
    var duration = Template.of(command);
    if (duration.params().isEmpty() && Durations.read(command).isEmpty()) {
      findings.error("RB206", line, "A wait is a duration such as 30s");
      return null;
    }
    return new Step(
        id, Step.Kind.WAIT, "wait", line, command, attributes, new Step.Action.Pause(duration));
  }

  private void item(Outline.ManualItem item) {
    var split = item.attributes().strip().split("\\s+", 2);
    var attributes = attributes(Attributes.words(split.length > 1 ? split[1] : ""), item.line());
    if (attributes == null || !named(split[0], item.line())) {
      return;
    }
    var role = attributes.getOrDefault("role", "responder").toUpperCase(Locale.ROOT);
    if (java.util.Arrays.stream(Role.values()).noneMatch(known -> known.name().equals(role))) {
      findings.error("RB206", item.line(), "There is no role " + role.toLowerCase(Locale.ROOT));
      return;
    }
    steps.add(
        new Step(
            split[0],
            Step.Kind.MANUAL,
            "manual",
            item.line(),
            item.text(),
            attributes,
            new Step.Action.SignOff(item.text())));
  }

  private boolean named(String id, int line) {
    if (!ID.matcher(id).matches()) {
      findings.error("RB203", line, "A step's id is a-z, 0-9 and -, beginning with a letter");
      return false;
    }
    if (!ids.add(id)) {
      findings.error("RB202", line, "The step '%s' stands here twice".formatted(id));
      return false;
    }
    return true;
  }

  private @Nullable Map<String, String> attributes(@Nullable Map<String, String> here, int line) {
    if (here == null) {
      findings.error("RB206", line, "The attributes in braces cannot be read");
      return null;
    }
    if (here.size() > Attributes.HERE_MAX + 1) {
      findings.warning("RB211", line, "More than five attributes: move them to steps: on top");
    }
    var all = new LinkedHashMap<>(here);
    var id = here.getOrDefault("id", here.get("name"));
    if (id != null) {
      front.steps().getOrDefault(id, Map.of()).forEach(all::putIfAbsent);
    }
    all.forEach((name, value) -> checkAttribute(name, value, line));
    return all;
  }

  private void checkAttribute(String name, String value, int line) {
    if (!Attributes.KNOWN.contains(name)) {
      findings.error("RB201", line, "There is no attribute '%s'".formatted(name));
    } else if (Attributes.DURATIONS.contains(name) && Durations.read(value).isEmpty()) {
      findings.error("RB206", line, "%s is a duration such as 2m".formatted(name));
    } else if (name.equals("on-fail") && !ON_FAIL.matcher(value).matches()) {
      findings.error("RB206", line, "on-fail is pause, abort, continue, undo:STEP or goto:STEP");
    } else if ((name.equals("expect") || name.equals("warn")) && Condition.read(value).isEmpty()) {
      findings.error("RB206", line, "%s is a comparison such as \"< 0.5\"".formatted(name));
    }
  }

  private void checkGotos() {
    for (var at = 0; at < steps.size(); at++) {
      var step = steps.get(at);
      var onFail = step.onFail();
      if (onFail.startsWith("goto:")) {
        var target = onFail.substring("goto:".length());
        var forward =
            steps.subList(at + 1, steps.size()).stream().anyMatch(s -> s.id().equals(target));
        if (!forward) {
          findings.error("RB208", step.line(), "goto leads forward, to a step that exists");
        }
      }
    }
  }

  /** The command of a block: prompts and comments dropped, continued lines joined. */
  static String command(String literal) {
    var joined = literal.replaceAll("\\\\\\r?\\n[ \\t]*", " ");
    var lines = new ArrayList<String>();
    for (var line : joined.split("\\R", -1)) {
      var text = line.strip();
      if (text.startsWith("$ ")) {
        text = text.substring(2).strip();
      }
      if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(text);
      }
    }
    return String.join("\n", lines);
  }
}
