package farol.console.runbooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.console.ui.CopyId;
import farol.console.ui.Facts;
import farol.console.ui.Gauge;
import farol.console.ui.Mark;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Table;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.runbooks.execution.Plan;
import farol.runbooks.execution.PlannedStep;
import farol.runbooks.execution.PlannedStep.Change;
import farol.runbooks.library.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts a plan is shown in. */
record PlanParts(Viewer viewer, Catalog catalog) {
  private static final int HASH_SHOWN = 12;
  private static final String HASH_PREFIX = "sha256:";

  /** Where it would happen, in words and never by colour alone. */
  Component banner(Plan plan) {
    var platform = plan.resolved().platform();
    var simulated = platform.kind().equals("simulated");
    var words =
        simulated
            ? "Simulated platform: nothing here reaches a customer."
            : "Real platform %s: this reaches customers.".formatted(platform.url());
    var banner =
        new Div(
            new StateMark(
                simulated ? Mark.PLANNED : Mark.TRIGGERED,
                words,
                simulated ? Tone.GREY : Tone.RED));
    banner.addClassName("f-where");
    return banner;
  }

  String sentence(Plan plan) {
    var changes = diffs(plan);
    if (changes.isEmpty()) {
      return "This plan changes nothing.";
    }
    var words = new ArrayList<String>();
    for (var change : changes) {
      words.add("%s from %s to %s".formatted(Field.of(change).name(), change.from(), change.to()));
    }
    var who = plan.requester().equals(viewer.person().id()) ? "You want" : name(plan) + " wants";
    return "%s %s on %s."
        .formatted(who, String.join(" and ", words), Field.of(changes.getFirst()).app());
  }

  private String name(Plan plan) {
    return catalog.person(plan.requester()).map(person -> person.firstName()).orElse("Somebody");
  }

  private static List<Change> diffs(Plan plan) {
    return plan.resolved().steps().stream().flatMap(step -> step.diff().stream()).toList();
  }

  /** A field of the platform as a person names it. */
  private record Field(String app, String name) {
    static Field of(Change change) {
      var parts = List.of(change.path().split("/", -1));
      var size = parts.getLast().equals("size") ? " size" : "";
      return new Field(parts.get(2), parts.get(parts.size() - 2) + size);
    }
  }

  Component changes(Plan plan) {
    var changes = diffs(plan);
    if (changes.isEmpty()) {
      return quiet("Nothing: every step only looks.");
    }
    var table = new Table<Change>("What changes");
    table.grows("Field", change -> Field.of(change).app() + " " + Field.of(change).name());
    table.fixed("Now", "64px", change -> String.valueOf(change.from()));
    table.fixed("After", "64px", change -> String.valueOf(change.to()));
    table.fixed("Undo", "64px", change -> undone(plan, change));
    table.setItems(changes);
    return table;
  }

  private static String undone(Plan plan, Change change) {
    return plan.resolved().steps().stream()
        .flatMap(step -> step.undo().diff().stream())
        .filter(undo -> undo.path().equals(change.path()))
        .map(undo -> String.valueOf(undo.to()))
        .findFirst()
        .orElse("no way back");
  }

  Component steps(Plan plan) {
    var list = new Div();
    var number = 1;
    for (var step : plan.resolved().steps()) {
      var command = new Span(step.command());
      command.addClassNames("f-code", "f-wrap");
      var sub = new Span(what(step));
      sub.addClassName("f-sub");
      var count = new Span(number++ + ".");
      count.addClassNames("f-num", "f-3");
      var line = new Div(count, new Div(command, sub));
      line.addClassNames("f-line", "f-planstep");
      list.add(line);
    }
    return list;
  }

  private static String what(PlannedStep step) {
    var undo = step.undo().kind().equals("none") ? "no undo" : "undo puts it back";
    return switch (step.kind()) {
      case MUTATION -> step.noChange() ? "no change: it already is so" : "changes, " + undo;
      case CHECK ->
          "check"
              + (step.attributes().containsKey("expect")
                  ? ", expects " + step.attributes().get("expect")
                  : "");
      case READ -> "reads";
      case MANUAL ->
          "by hand, signed off by a " + step.attributes().getOrDefault("role", "responder");
      case WAIT -> "waits";
      case NOTIFY, CALL -> "cannot be run yet";
    };
  }

  Component radius(Plan plan) {
    var radius = plan.resolved().blastRadius();
    var budget = radius.budget();
    var list = new Div();
    list.addClassName("f-radius");
    list.add(
        bar("app", "apps", radius.apps(), budget.apps()),
        bar("region", "regions", radius.regions(), budget.regions()),
        bar("dyno changed", "dynos changed", radius.dynosChanged(), budget.dynosChanged()));
    radius
        .lowest()
        .forEach((type, low) -> list.add(quiet("%s never below %d".formatted(type, low))));
    return list;
  }

  private static Component bar(String one, String many, int number, @Nullable Integer budget) {
    var words = Words.plural(number, one, many);
    if (budget == null || budget == 0) {
      return quiet(words);
    }
    var share = Math.min(1.0, (double) number / budget);
    return new Gauge(share, "%s, %d allowed".formatted(words, budget))
        .tone(share, number > budget ? Tone.RED : Tone.BLUE);
  }

  SectionHead approvalsHead(Plan plan) {
    var given = plan.counted(viewer.times().now()).size();
    return new SectionHead(
        "Approvals", "%d of %d".formatted(given, plan.resolved().approvals().required()));
  }

  Component approvals(Plan plan) {
    var list = new Div();
    if (plan.approvals().isEmpty()) {
      var from = String.join(" or ", plan.resolved().approvals().from());
      list.add(
          quiet(
              plan.resolved().approvals().required() == 0
                  ? "None is needed: nothing is changed."
                  : "A %s who did not ask for it has to agree.".formatted(from)));
    }
    for (var approval : plan.approvals()) {
      var state = plan.state(approval, viewer.times().now());
      var line =
          new Div(chip(approval.person()), new Span(state), viewer.times().at(approval.at()));
      line.addClassNames("f-line", "f-approval");
      list.add(line);
      if (!approval.comment().isBlank()) {
        list.add(quiet(approval.comment()));
      }
    }
    return list;
  }

  private PersonChip chip(PersonId person) {
    return catalog
        .person(person)
        .map(known -> PersonChip.of(known, viewer.person().id()))
        .orElseGet(PersonChip::nobody);
  }

  Component findings(Plan plan) {
    var list = new Div();
    if (plan.resolved().findings().isEmpty()) {
      list.add(quiet("None."));
    }
    plan.resolved().findings().forEach(finding -> list.add(finding(finding)));
    return list;
  }

  static Component finding(Finding finding) {
    var mark =
        switch (finding.severity()) {
          case ERROR -> new StateMark(Mark.FAILED, finding.code(), Tone.RED);
          case WARNING -> new StateMark(Mark.DEGRADED, finding.code(), Tone.AMBER);
          case INFO -> new StateMark(Mark.PLANNED, finding.code(), Tone.GREY);
        };
    var line = new Div(mark, new Span(finding.message()));
    line.addClassName("f-finding");
    return line;
  }

  /** What would make a blocked plan possible. */
  String unblock(Plan plan) {
    return plan.rejection()
        .map(
            no ->
                "%s rejected this plan. Plan again when that is settled."
                    .formatted(
                        catalog.person(no.person()).map(p -> p.firstName()).orElse("Somebody")))
        .orElse("Blocked by its findings. Change the values, or the runbook, and plan again.");
  }

  Facts facts(Plan plan) {
    var short12 = plan.hash().substring(HASH_PREFIX.length(), HASH_PREFIX.length() + HASH_SHOWN);
    var facts =
        new Facts()
            .row("Asked by", chip(plan.requester()))
            .row("Why", plan.reason().isBlank() ? "not said" : plan.reason())
            .row("Hash", new CopyId(short12, plan.hash()))
            .row("Expires", viewer.times().countdown(plan.expiresAt()));
    plan.resolved().params().forEach(facts::row);
    return facts;
  }

  private static Component quiet(String text) {
    var span = new Div(text);
    span.addClassNames("f-2", "f-quietline");
    return span;
  }
}
