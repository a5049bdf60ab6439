package farol.console.runbooks;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Catalog;
import farol.alerting.door.Refusal;
import farol.console.frame.MainLayout;
import farol.console.ui.AskDialog;
import farol.console.ui.EmptyState;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.runbooks.execution.Plan;
import farol.runbooks.execution.Plans;
import farol.runbooks.execution.Runs;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exactly what a run would change, for the one who asks and for the one who agrees. */
@PermitAll
@PageTitle("Plan, Farol")
@Route(value = "plans/:id", layout = MainLayout.class)
class PlanView extends Page implements BeforeEnterObserver {
  private final transient Viewer viewer;
  private final transient Plans plans;
  private final transient Runs runs;
  private final transient PlanParts parts;
  private final RefusalLine refusal = new RefusalLine();
  private final Div body = new Div();
  private transient @Nullable UUID id;

  PlanView(Viewer viewer, Plans plans, Runs runs, Catalog catalog, Live live) {
    this.viewer = viewer;
    this.plans = plans;
    this.runs = runs;
    this.parts = new PlanParts(viewer, catalog);
    add(body);
    live.on(this, Topic.RUNBOOKS, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(Ids.of(event).orElse(null));
  }

  void show(@Nullable UUID shown) {
    id = shown;
    draw();
  }

  private void draw() {
    body.removeAll();
    var plan = Optional.ofNullable(id).flatMap(this::find);
    if (plan.isEmpty()) {
      body.add(
          ViewHead.detail("Runbooks", "runbooks").still(),
          new EmptyState("There is no such plan.", "Plan again from the runbook."));
      return;
    }
    draw(plan.get());
  }

  private Optional<Plan> find(UUID plan) {
    try {
      return Optional.of(plans.get(plan));
    } catch (Refusal missing) {
      return Optional.empty();
    }
  }

  private void draw(Plan plan) {
    var now = viewer.times().now();
    var state = Marks.ofPlan(plan.status(now), plan.approvalsMissing(now));
    var head =
        ViewHead.detail(
            "Runbook", "runbooks/" + plan.runbook(), new H1("Plan: " + plan.title()), state);
    var sentence = new Paragraph(parts.sentence(plan));
    sentence.addClassName("f-sentence");
    body.add(head, parts.banner(plan), sentence, acts(plan), refusal);
    body.add(
        columns(
            stack(
                section(new SectionHead("What changes"), parts.changes(plan)),
                section(new SectionHead("Steps", "in this order"), parts.steps(plan))),
            stack(
                section(new SectionHead("How far it reaches"), parts.radius(plan)),
                section(parts.approvalsHead(plan), parts.approvals(plan)),
                section(new SectionHead("Findings"), parts.findings(plan)),
                section(new SectionHead("About"), parts.facts(plan)))));
  }

  /** The one thing this viewer can do now, and below it why not more. */
  private Div acts(Plan plan) {
    var acts = new Div();
    acts.addClassName("f-planacts");
    var now = viewer.times().now();
    switch (plan.status(now)) {
      case "READY" -> {
        if (plan.approvalsMissing(now) == 0) {
          acts.add(primary("Run", "r", () -> run(plan)));
        } else if (plan.requester().equals(viewer.person().id())) {
          acts.add(ask(plan));
        } else {
          acts.add(primary("Approve this plan", "a", () -> approve(plan)), reject(plan));
        }
      }
      case "USED" -> acts.add(primary("See the run", "r", () -> toRun(plan)));
      case "BLOCKED" -> acts.add(new Span(parts.unblock(plan)));
      default -> acts.add(primary("Plan again", "r", () -> to("runbooks/" + plan.runbook())));
    }
    return acts;
  }

  private Button primary(String verb, String key, Runnable act) {
    var button = new Button(verb, _ -> refusal.attempt(act));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.setDisableOnClick(false);
    return Keys.on(button, key);
  }

  /** Whoever asks cannot agree: the link goes to somebody else. */
  private Button ask(Plan plan) {
    var button =
        new Button(
            "Ask for approval",
            _ -> Toast.show("The link to this plan is copied. Give it to a second person."));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button
        .getElement()
        .executeJs(
            "this.setAttribute('data-copy', new URL($0, document.baseURI).href)",
            "plans/" + plan.id());
    return Keys.on(button, "a");
  }

  private Button reject(Plan plan) {
    var why = new TextField("Why");
    var dialog =
        new AskDialog(
            "Reject this plan?", "Reject", () -> decide(plan, "reject", why.getValue()), why);
    return new Button("Reject", _ -> dialog.open());
  }

  private void approve(Plan plan) {
    decide(plan, "approve", "");
    Toast.show("Approved “%s”.".formatted(plan.title()));
  }

  private void decide(Plan plan, String decision, String comment) {
    plans.decide(viewer.actor(), plan.id(), plan.hash(), decision, comment);
    draw();
  }

  private void run(Plan plan) {
    to("runs/" + runs.start(viewer.actor(), plan.id(), plan.hash()).run().id());
  }

  private void toRun(Plan plan) {
    runs.ofPlan(plan.id()).ifPresent(run -> to("runs/" + run.id()));
  }

  private static void to(String path) {
    UI.getCurrentOrThrow().navigate(path);
  }
}
