package farol.console.runbooks;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.door.Refusal;
import farol.console.frame.MainLayout;
import farol.console.ui.AskDialog;
import farol.console.ui.EmptyState;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.runbooks.library.DocumentParser;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import jakarta.annotation.security.PermitAll;

/** The text of a runbook, what the lint says of it, and saving with a message. */
@PermitAll
@PageTitle("Edit a runbook, Farol")
@Route(value = "runbooks/:id/edit", layout = MainLayout.class)
class EditView extends Page implements BeforeEnterObserver {
  private final transient Viewer viewer;
  private final transient RunbookLibrary library;
  private final TextArea text = new TextArea();
  private final Div findings = new Div();

  EditView(Viewer viewer, RunbookLibrary library) {
    this.viewer = viewer;
    this.library = library;
    text.setAriaLabel("Markdown");
    text.addClassName("f-markdown");
    text.setMaxLength(DocumentParser.MARKDOWN_MAX);
    text.setValueChangeMode(ValueChangeMode.LAZY);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    var id = event.getRouteParameters().get("id").orElse("");
    try {
      draw(library.get(id));
    } catch (Refusal missing) {
      add(
          ViewHead.detail("Runbooks", "runbooks").still(),
          new EmptyState("There is no runbook %s.".formatted(id), "It may have been removed."));
    }
  }

  private void draw(Runbook runbook) {
    text.setValue(runbook.markdown());
    text.addValueChangeListener(_ -> lint(runbook));
    lint(runbook);
    var save = new Button("Save", _ -> ask(runbook));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    add(
        ViewHead.detail("Runbook", "runbooks/" + runbook.id(), new H1("Edit: " + runbook.title()))
            .still()
            .acts(save),
        columns(text, stack(section(new SectionHead("Findings"), findings))));
  }

  private void lint(Runbook runbook) {
    findings.removeAll();
    var document = DocumentParser.parse(text.getValue(), runbook.path());
    if (document.findings().isEmpty()) {
      findings.add(new Span("None. %d steps.".formatted(document.steps().size())));
    }
    for (var finding : document.findings()) {
      var line = new Span("line %d".formatted(finding.line()));
      line.addClassName("f-3");
      findings.add(PlanParts.finding(finding), line);
    }
  }

  private void ask(Runbook runbook) {
    var message = new TextField("What changed, in a line");
    var dialog =
        new AskDialog(
            "Save this version?",
            "Save",
            () -> {
              library.save(
                  viewer.actor(),
                  runbook.id(),
                  runbook.blob(),
                  text.getValue(),
                  message.getValue());
              UI.getCurrentOrThrow().navigate("runbooks/" + runbook.id());
              Toast.show("Saved. Approvals of plans from the old text are void.");
            },
            message);
    dialog.open();
  }
}
