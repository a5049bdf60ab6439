package farol.console.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import farol.alerting.catalog.Person;
import farol.console.ui.AskDialog;
import farol.console.ui.Facts;
import farol.console.ui.PersonChip;
import farol.console.ui.SectionHead;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.room.ReviewPage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns a retrospective, who leads its talk, by when it is due. */
class ReviewFacts extends Div {
  private final transient ReviewPage page;
  private final transient ReviewServices services;
  private final transient Runnable redraw;

  ReviewFacts(ReviewPage page, ReviewServices services, Runnable redraw) {
    this.page = page;
    this.services = services;
    this.redraw = redraw;
    addClassName("f-section");
    var head = new SectionHead("Review", "revision " + page.retrospective().revision());
    if (SectionEditor.mayWrite(page.retrospective(), services)) {
      head.add(name());
    }
    var facts =
        new Facts().row("Owner", chip(page.owner())).row("Facilitator", chip(page.facilitator()));
    if (page.approvedBy() != null) {
      facts.row("Approved by", chip(page.approvedBy()));
    }
    var due = page.retrospective().dueAt();
    if (due != null) {
      facts.row("Due", services.viewer().times().at(due));
    }
    var note = page.retrospective().note();
    if (note != null) {
      facts.row("Comment", note);
    }
    add(head, facts);
  }

  private PersonChip chip(@Nullable Person person) {
    return person == null
        ? PersonChip.nobody()
        : PersonChip.of(person, services.viewer().person().id());
  }

  private Button name() {
    var name = new Button("Name people", _ -> ask());
    name.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    name.addClassName("f-push");
    return name;
  }

  private void ask() {
    var owner = People.select("Owner", services.catalog(), _ -> true);
    Optional.ofNullable(page.owner()).ifPresent(owner::setValue);
    var facilitator = People.select("Facilitator", services.catalog(), _ -> true);
    Optional.ofNullable(page.facilitator()).ifPresent(facilitator::setValue);
    facilitator.setHelperText("Somebody other than the owner");
    new AskDialog(
            "Who reviews?",
            "Save",
            () -> {
              ReviewWriting.write(
                  page,
                  services,
                  new Retrospectives.Writing(
                      owner.getValue(), facilitator.getValue(), Map.of(), null));
              redraw.run();
            },
            owner,
            facilitator)
        .open();
  }
}
