package farol.console.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.console.ui.Mark;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Tone;
import farol.console.ui.Words;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.ActionState;
import farol.incidents.room.ReviewPage;
import java.util.Optional;

/** The action items of a retrospective: who, by when, and how anybody can see that it is done. */
class PromiseList extends Div {
  private final transient ReviewPage page;
  private final transient ReviewServices services;
  private final transient Runnable redraw;
  private final RefusalLine refusal = new RefusalLine();

  PromiseList(ReviewPage page, ReviewServices services, Runnable redraw) {
    this.page = page;
    this.services = services;
    this.redraw = redraw;
    addClassName("f-section");
    var head = new SectionHead("Action items", "" + page.actions().size());
    if (services.viewer().actor().may(Role.RESPONDER)) {
      head.add(addOne());
    }
    add(head, refusal);
    page.actions().forEach(promise -> add(row(promise)));
    if (page.actions().isEmpty()) {
      var quiet = new Div("A promise has an owner, a due day, and a way to see that it is done.");
      quiet.addClassName("f-para");
      add(quiet);
    }
  }

  private Button addOne() {
    var add = new Button("Add", _ -> new PromiseDialog(page, services, redraw).open());
    add.setAriaLabel("Add an action item");
    add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    add.addClassName("f-push");
    return add;
  }

  private Div row(ReviewPage.Promise promise) {
    var action = promise.action();
    var small = new Element("small");
    small.setText(
        "%s, %s, %s, due %s. %s"
            .formatted(
                Optional.ofNullable(promise.owner()).map(Person::firstName).orElse("nobody"),
                action.priority(),
                Words.lower(action.type()),
                services.viewer().times().date(action.due()),
                action.verification()));
    var row = new Div(mark(promise), new Span(action.title()), next(action));
    row.getElement().appendChild(small);
    row.addClassName("f-task");
    row.getElement().setAttribute("data-action-state", action.state().name());
    return row;
  }

  private static Span mark(ReviewPage.Promise promise) {
    if (promise.overdue()) {
      return Mark.TRIGGERED.shape(Tone.RED);
    }
    return switch (promise.action().state()) {
      case OPEN -> Mark.PLANNED.shape(Tone.GREY);
      case IN_PROGRESS -> Mark.RUNNING.shape(Tone.BLUE);
      case DONE -> Mark.WAITING.shape(Tone.AMBER);
      case VERIFIED -> Mark.VERIFIED.shape(Tone.GREEN);
      case DROPPED -> Mark.SUPPRESSED.shape(Tone.GREY);
    };
  }

  private com.vaadin.flow.component.Component next(ActionItem action) {
    if (!services.viewer().actor().may(Role.RESPONDER)) {
      return new Span(Words.title(action.state()));
    }
    if (action.state().outstanding()) {
      return button("Done", () -> complete(action));
    }
    var mine = action.owner().equals(services.viewer().person().id());
    return action.state() == ActionState.DONE && !mine
        ? button("Verify", () -> verify(action))
        : new Span(Words.title(action.state()));
  }

  private static Button button(String word, Runnable act) {
    var button = new Button(word, _ -> act.run());
    button.addThemeVariants(ButtonVariant.SMALL);
    return button;
  }

  private void complete(ActionItem action) {
    var proof = new TextArea("What shows it");
    proof.setHelperText(action.verification());
    proof.setMaxLength(ActionItem.VERIFICATION_MAX);
    proof.setWidthFull();
    var dialog =
        new AskDialog(
            "Is it done?",
            "Done",
            () -> {
              if (proof.getValue().isBlank()) {
                throw Refusal.invalid("proof", "Say or link what shows it");
              }
              services
                  .actions()
                  .complete(
                      services.viewer().actor(),
                      action.id(),
                      proof.getValue().strip(),
                      services.viewer().times().now());
              Toast.show("Done. Somebody else verifies it.");
              redraw.run();
            },
            proof);
    dialog.refusal().field("proof", proof);
    dialog.open();
  }

  private void verify(ActionItem action) {
    var now = services.viewer().times().now();
    if (refusal.attempt(
        () -> services.actions().verify(services.viewer().actor(), action.id(), now))) {
      Toast.show("Verified.");
      redraw.run();
    }
  }
}
