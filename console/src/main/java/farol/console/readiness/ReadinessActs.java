package farol.console.readiness;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.checklists.checklist.Check;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceLog;
import farol.checklists.evidence.Owners;
import farol.checklists.gate.CheckState;
import farol.checklists.gate.Gate;
import farol.checklists.gate.Verdict;
import farol.checklists.gate.Verdict.CheckVerdict;
import farol.checklists.lifecycle.LaunchSettings;
import farol.checklists.lifecycle.StageMoves;
import farol.console.ui.AskDialog;
import farol.console.ui.Toast;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person can do on a service's page, and why they cannot. */
@Component
class ReadinessActs {
  private static final int HISTORY_MAX = 30;

  private final Gate gate;
  private final EvidenceLog evidence;
  private final Owners owners;
  private final StageMoves moves;
  private final LaunchSettings settings;
  private final Catalog catalog;

  ReadinessActs(
      Gate gate,
      EvidenceLog evidence,
      Owners owners,
      StageMoves moves,
      LaunchSettings settings,
      Catalog catalog) {
    this.gate = gate;
    this.evidence = evidence;
    this.owners = owners;
    this.moves = moves;
    this.settings = settings;
    this.catalog = catalog;
  }

  Verdict verdict(Service service) {
    return gate.verdict(service, Stage.PRODUCTION);
  }

  /** Why the service cannot be launched by this person now, empty when it can. */
  Optional<String> blocked(Actor actor, Service service, Verdict verdict) {
    if (verdict.service().stage() != Stage.BETA) {
      return Optional.of(
          "Launches start from beta; it stands in " + verdict.service().stage().word());
    }
    if (!verdict.outcome().allows()) {
      var open = verdict.notHolding().size();
      return Optional.of(Words.count(open, "check does", "checks do") + " not hold");
    }
    return owners.mayManage(actor, service)
        ? Optional.empty()
        : Optional.of("The manager of its team launches it");
  }

  Optional<String> mayNotAttest(Actor actor, Service service, Check check) {
    return check.attestations().flatMap(attest -> owners.refusal(actor, service, attest.role()));
  }

  Dialog attest(Viewer viewer, Service service, CheckVerdict one, Runnable changed) {
    var statement = new TextArea("Your word");
    statement.setHelperText("What you know and how, 20 to 2,000 characters. It carries your name.");
    statement.setMinHeight("112px");
    var link = new TextField("Link");
    var required = one.check().attestations().filter(rule -> rule.link()).isPresent();
    link.setHelperText(required ? "Required: where it can be seen" : "Where it can be seen");
    var dialog =
        new AskDialog(
            "Attest: " + one.check().title(),
            "Attest",
            () -> {
              evidence.attest(
                  viewer.actor(),
                  service,
                  one.check().id(),
                  statement.getValue(),
                  link.isEmpty() ? null : link.getValue());
              Toast.show("%s stands attested by you.".formatted(one.check().title()));
              changed.run();
            },
            statement,
            link);
    if (one.state() == CheckState.FAILING) {
      dialog
          .refusal()
          .show("A machine says no. Your word is kept, and only a machine's yes clears that.");
    }
    dialog.refusal().field("statement", statement).field("link", link);
    return dialog;
  }

  Dialog launch(Viewer viewer, Service service, Verdict verdict, Runnable changed) {
    var to = String.join(", ", settings.values().to());
    var note = new TextArea("Note");
    note.setHelperText("Goes into the mail. Optional.");
    return new AskDialog(
        "Launch %s to production?".formatted(service.name()),
        "Launch",
        () -> {
          moves.move(
              viewer.actor(),
              service,
              Stage.PRODUCTION,
              note.isEmpty() ? null : note.getValue().strip());
          Toast.show("%s is in production.".formatted(service.name()));
          changed.run();
        },
        new Paragraph(verdict.reason() + "."),
        new Paragraph(
            to.isEmpty()
                ? "No list is set that the launch mail would go to."
                : "A mail goes to %s first; the service moves once it is taken.".formatted(to)),
        note);
  }

  /** Why the check is asked, how to make it hold, and every record there is. */
  Dialog details(Viewer viewer, Service service, CheckVerdict one) {
    return new CheckDialog(
        viewer, catalog, one, evidence.history(service, one.check().id(), HISTORY_MAX));
  }
}
