package farol.console.runbooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Catalog;
import farol.alerting.door.Refusal;
import farol.console.frame.MainLayout;
import farol.console.ui.AskDialog;
import farol.console.ui.CopyId;
import farol.console.ui.EmptyState;
import farol.console.ui.Facts;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.PersonChip;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.runbooks.execution.Run;
import farol.runbooks.execution.Runs;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as it goes: its steps one under the other, and what a person can do about it. */
@PermitAll
@PageTitle("Run, Farol")
@Route(value = "runs/:id", layout = MainLayout.class)
class RunView extends Page implements BeforeEnterObserver {
  private final transient Viewer viewer;
  private final transient Runs runs;
  private final transient Catalog catalog;
  private final RefusalLine refusal = new RefusalLine();
  private final Div body = new Div();
  private transient @Nullable UUID id;

  RunView(Viewer viewer, Runs runs, Catalog catalog, Live live) {
    this.viewer = viewer;
    this.runs = runs;
    this.catalog = catalog;
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
    var run = Optional.ofNullable(id).flatMap(this::find);
    if (run.isEmpty()) {
      body.add(
          ViewHead.detail("Runbooks", "runbooks").still(),
          new EmptyState("There is no such run.", "Runs are listed beside the runbooks."));
      return;
    }
    draw(run.get());
  }

  private Optional<Run> find(UUID run) {
    try {
      return Optional.of(runs.get(run));
    } catch (Refusal missing) {
      return Optional.empty();
    }
  }

  private void draw(Run run) {
    var head = ViewHead.detail("Runbooks", "runbooks", new H1(run.title()), Marks.of(run.status()));
    if (run.app() != null) {
      head.fact("on " + run.app());
    }
    acts(run, head);
    var sentence = new Paragraph(sentence(run));
    sentence.addClassName("f-sentence");
    var steps = new RunSteps(run, runs, viewer, refusal, this::draw);
    body.add(
        head,
        new PlanParts(viewer, catalog).banner(run.plan()),
        sentence,
        refusal,
        columns(
            stack(section(new SectionHead("Steps", done(run)), steps)),
            stack(
                section(new SectionHead("About"), facts(run)),
                section(
                    new SectionHead("Journal", "append-only"),
                    new JournalList(runs, run, viewer)))));
  }

  private static String done(Run run) {
    var passed =
        run.steps().stream().filter(step -> step.endedAt() != null && !step.isUndo()).count();
    var all = run.steps().stream().filter(step -> !step.isUndo()).count();
    return "%d of %d done".formatted(passed, all);
  }

  private static String sentence(Run run) {
    var detail = run.detail();
    return switch (run.status()) {
      case RUNNING -> "Running. Each step is read back before the next begins.";
      case WAITING -> "Waiting: %s.".formatted(detail);
      case PAUSED -> detail.endsWith(".") ? detail : detail + ".";
      case NEEDS_DECISION -> "A person has to decide: %s.".formatted(detail);
      case SUCCEEDED -> "Every step is verified.";
      case FAILED -> "Failed. %s.".formatted(detail);
      case STOPPED -> "Stopped. Steps that were done stand until they are undone.";
      case UNDOING -> detail.isBlank() ? "Undoing." : "Undoing, %s.".formatted(detail);
      case UNDONE -> "Undone: everything is as it was before.";
      case UNDO_FAILED -> "The undo did not finish: %s.".formatted(detail);
    };
  }

  private void acts(Run run, ViewHead head) {
    var offer = run.undoOffer(viewer.times().now());
    if (run.status() == Run.Status.PAUSED || run.status() == Run.Status.FAILED) {
      head.acts(button("Resume", "r", () -> runs.resume(viewer.actor(), run.id())));
    }
    if (offer.available()) {
      var undo = button("Undo", "u", () -> undo(run));
      if (run.status() != Run.Status.SUCCEEDED) {
        undo.addThemeVariants(ButtonVariant.PRIMARY);
      }
      head.acts(undo);
    }
    if (!run.status().ended()) {
      head.acts(stop(run));
    }
  }

  private Button stop(Run run) {
    var why = new TextField("Why");
    var dialog =
        new AskDialog(
            "Stop this run?",
            "Stop",
            () -> {
              runs.stop(viewer.actor(), run.id(), why.getValue());
              draw();
            },
            why);
    var button = new Button("Stop", _ -> dialog.open());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return Keys.on(button, "s");
  }

  private void undo(Run run) {
    runs.undo(viewer.actor(), run.id());
    Toast.show("Undoing “%s”.".formatted(run.title()));
  }

  private Button button(String verb, String key, Runnable act) {
    var button =
        new Button(
            verb,
            _ -> {
              if (refusal.attempt(act)) {
                draw();
              }
            });
    return Keys.on(button, key);
  }

  private Facts facts(Run run) {
    var facts =
        new Facts()
            .row("Started", viewer.times().atSecond(run.startedAt()))
            .row("Started by", chip(run.starter()))
            .row("Asked by", chip(run.plan().requester()));
    run.plan()
        .counted(run.startedAt())
        .forEach(approval -> facts.row("Approved by", chip(approval.person())));
    var ended = run.endedAt();
    if (ended != null) {
      facts.row("Took", Words.duration(java.time.Duration.between(run.startedAt(), ended)));
    }
    var undo = run.undoOffer(viewer.times().now());
    if (undo.available() && undo.until() != null) {
      facts.row("Undo until", viewer.times().at(undo.until()));
    }
    return facts.row("Plan", new CopyId(run.plan().hash().substring(7, 19), run.plan().hash()));
  }

  private PersonChip chip(farol.alerting.catalog.PersonId person) {
    return catalog
        .person(person)
        .map(known -> PersonChip.of(known, viewer.person().id()))
        .orElseGet(PersonChip::nobody);
  }
}
