package farol.runbooks.execution;

import farol.alerting.catalog.Role;
import farol.runbooks.execution.PlannedStep.Call;
import farol.runbooks.execution.PlannedStep.Change;
import farol.runbooks.execution.PlannedStep.Level;
import farol.runbooks.execution.PlannedStep.UndoPlan;
import farol.runbooks.library.Durations;
import farol.runbooks.library.Finding;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookDocument;
import farol.runbooks.library.Step;
import farol.runbooks.library.Template;
import farol.runbooks.paas.PlatformUnavailable;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks the steps of a runbook over an overlay of the platform's state: each step sees what the
 * ones before it would leave. Reads only; the same runbook, values and state give the same answer.
 */
final class Planner {
  /** Apps of the platform answer under this domain; no other address is asked. */
  private static final Pattern APP_HOST =
      Pattern.compile("([a-z][a-z0-9-]{1,28}[a-z0-9]?)(?:-[0-9a-f]{12})?\\.herokuapp\\.com");

  private static final Set<String> VERBS = Set.of("ps.scale");
  private static final Set<String> READS = Set.of("ps", "ps.scale", "releases", "apps.info");

  private final RunbookDocument document;
  private final Filling filling;
  private final PlatformView platform;
  private final Map<String, Map<String, Level>> overlay = new HashMap<>();
  private final Map<String, Integer> lowest = new TreeMap<>();
  private final Set<String> apps = new TreeSet<>();
  private final Set<String> regions = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private int dynosChanged;

  private Planner(RunbookDocument document, Filling filling, PlatformView platform) {
    this.document = document;
    this.filling = filling;
    this.platform = platform;
  }

  static Resolved plan(Runbook runbook, Map<String, String> values, PlatformView platform)
      throws PlatformUnavailable {
    var document = runbook.document();
    var planner = new Planner(document, new Filling(document, values), platform);
    var steps = new ArrayList<PlannedStep>();
    for (var step : document.steps()) {
      steps.add(planner.step(step));
    }
    var radius = planner.radius();
    planner.judge(radius);
    var about = platform.about();
    return new Resolved(
        new Resolved.PlatformRef(about.id(), about.kind(), about.url()),
        document.id(),
        runbook.commit(),
        runbook.blob(),
        values,
        List.copyOf(steps),
        radius,
        planner.quorum(steps),
        List.copyOf(planner.findings),
        null);
  }

  private PlannedStep step(Step step) throws PlatformUnavailable {
    if (step.onFail().startsWith("undo:")) {
      error("RB703", step, "on-fail=undo cannot be run yet");
    }
    return switch (step.action()) {
      case Step.Action.Verb verb -> verb(step, verb);
      case Step.Action.MetricQuery(var expression) ->
          plain(step, null, filling.query(expression), filling.query(expression));
      case Step.Action.HttpGet(var url) -> http(step, filling.url(url));
      case Step.Action.Pause(var duration) -> pause(step, filling.word(duration));
      case Step.Action.SignOff(var text) ->
          plain(step, null, filling.word(Template.of(text)), filling.word(Template.of(text)));
      case Step.Action.Unsupported() -> {
        error("RB703", step, "%s cannot be run yet".formatted(step.verb()));
        yield plain(step, null, step.command(), step.command());
      }
    };
  }

  private PlannedStep verb(Step step, Step.Action.Verb verb) throws PlatformUnavailable {
    var app = filling.word(verb.app());
    var command = filling.command(step, verb, app);
    if (!(step.mutating() ? VERBS : READS).contains(step.verb())) {
      error("RB703", step, "this platform cannot do %s yet".formatted(step.verb()));
      return plain(step, app, command, null);
    }
    var present = platform.app(app);
    if (present.isEmpty()) {
      error("RB702", step, "there is no app %s on %s".formatted(app, platform.about().id()));
      return plain(step, app, command, null);
    }
    if (!step.mutating()) {
      return plain(step, app, command, null);
    }
    regions.add(present.get().region());
    return scale(step, app, command, verb.words());
  }

  private PlannedStep scale(Step step, String app, String command, List<Template> templates)
      throws PlatformUnavailable {
    apps.add(app);
    var now = overlay.get(app);
    if (now == null) {
      now = new LinkedHashMap<>(platform.formation(app));
      overlay.put(app, now);
    }
    var words = new ArrayList<String>();
    templates.forEach(template -> words.addAll(filling.words(template)));
    try {
      var after = new TreeMap<>(ScaleTargets.read(words, now));
      var before = new TreeMap<String, Level>();
      for (var type : after.keySet()) {
        before.put(type, now.getOrDefault(type, new Level(0, "")));
      }
      now.putAll(after);
      count(before, after);
      return Scaling.planned(step, app, command, before, after);
    } catch (ScaleTargets.Unusable unusable) {
      error("RB706", step, String.valueOf(unusable.getMessage()));
      return plain(step, app, command, null);
    }
  }

  private void count(Map<String, Level> before, Map<String, Level> after) {
    after.forEach(
        (type, level) -> {
          var from = before.getOrDefault(type, level);
          dynosChanged += Math.abs(level.quantity() - from.quantity());
          if (!level.size().equals(from.size())) {
            dynosChanged += Math.min(level.quantity(), from.quantity());
          }
          lowest.merge(type, level.quantity(), Math::min);
        });
  }

  private PlannedStep http(Step step, String url) {
    var host = "";
    try {
      var address = URI.create(url);
      host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unreadable) {
      error("RB704", step, "'%s' is no address".formatted(url));
    }
    var match = APP_HOST.matcher(host);
    if (!match.matches()) {
      error("RB704", step, "only addresses of apps are asked, not '%s'".formatted(host));
    }
    return plain(step, match.matches() ? match.group(1) : null, "GET " + url, url);
  }

  private PlannedStep pause(Step step, String duration) {
    if (Durations.read(duration).isEmpty()) {
      error("RB706", step, "'%s' is no duration".formatted(duration));
    }
    return plain(step, null, "wait " + duration, duration);
  }

  private static PlannedStep plain(
      Step step, @Nullable String target, String command, @Nullable String text) {
    List<Call> calls =
        step.kind() == Step.Kind.READ && target != null
            ? List.of(new Call("GET", "/apps/%s/formation".formatted(target), Map.of()))
            : List.of();
    return new PlannedStep(
        step.id(),
        step.kind(),
        step.verb(),
        target,
        command,
        calls,
        null,
        null,
        List.<Change>of(),
        false,
        UndoPlan.NONE,
        text,
        step.attributes());
  }

  private BlastRadius radius() {
    var policy = document.policy();
    var budget = new BlastRadius.Budget(policy.apps(), policy.dynosChanged(), policy.regions());
    var within =
        holds(apps.size(), budget.apps())
            && holds(dynosChanged, budget.dynosChanged())
            && holds(regions.size(), budget.regions());
    return new BlastRadius(
        apps.size(), regions.size(), dynosChanged, 0, 0, Map.copyOf(lowest), budget, within);
  }

  private static boolean holds(int number, @Nullable Integer budget) {
    return budget == null || number <= budget;
  }

  private void judge(BlastRadius radius) {
    var budget = radius.budget();
    over("apps", radius.apps(), budget.apps());
    over("dynosChanged", radius.dynosChanged(), budget.dynosChanged());
    over("regions", radius.regions(), budget.regions());
    document
        .policy()
        .minRemaining()
        .forEach(
            (type, floor) -> {
              var low = lowest.get(type);
              if (low != null && low < floor) {
                findings.add(
                    Finding.error(
                        "RB705",
                        0,
                        "%s would fall to %d, the floor is %d".formatted(type, low, floor)));
              }
            });
    if (!document.published()) {
      findings.add(Finding.warning("RB707", 0, "This runbook is %s".formatted(document.stage())));
    }
  }

  private void over(String what, int number, @Nullable Integer budget) {
    if (!holds(number, budget)) {
      findings.add(
          Finding.error("RB701", 0, "Over budget: %s %d of %d".formatted(what, number, budget)));
    }
  }

  private void error(String code, Step step, String message) {
    findings.add(Finding.error(code, step.line(), "%s: %s".formatted(step.id(), message)));
  }

  /** One approval for any mutation, two where a mutation cannot be taken back. */
  private Resolved.Quorum quorum(List<PlannedStep> steps) {
    var policy = document.policy();
    var mutations = steps.stream().filter(PlannedStep::mutation).toList();
    var floor =
        mutations.isEmpty()
            ? 0
            : mutations.stream().anyMatch(step -> step.undo().kind().equals("none")) ? 2 : 1;
    var wanted = policy.approvals() == null ? floor : Math.max(floor, policy.approvals());
    return new Resolved.Quorum(
        mutations.isEmpty() ? 0 : wanted,
        policy.from().stream().map(Role::name).map(name -> name.toLowerCase(Locale.ROOT)).toList(),
        policy.expires().toSeconds(),
        policy.maxPerHour());
  }
}
