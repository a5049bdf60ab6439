package farol.console.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import farol.alerting.catalog.Role;
import farol.console.ui.AskDialog;
import farol.console.ui.RefusalLine;
import farol.console.ui.Toast;
import farol.incidents.command.Incident;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.room.ReviewPage;
import org.jspecify.annotations.Nullable;

/** Where a retrospective may go next. */
class ReviewActs extends Div {
  private final transient ReviewServices services;
  private final transient Runnable redraw;
  private final RefusalLine refusal = new RefusalLine();

  ReviewActs(ReviewServices services, Runnable redraw) {
    this.services = services;
    this.redraw = redraw;
    addClassName("f-roomacts");
  }

  RefusalLine refusal() {
    return refusal;
  }

  void show(ReviewPage page) {
    removeAll();
    add(
        tertiary(
            "Room",
            () -> UI.getCurrentOrThrow().navigate("incidents/" + page.incident().number())));
    var actor = services.viewer().actor();
    if (!actor.may(Role.RESPONDER)) {
      return;
    }
    switch (page.retrospective().state()) {
      case DRAFT -> add(primary("Send to review", () -> send(page)));
      case IN_REVIEW -> {
        add(button("Return to draft", () -> back(page)));
        if (actor.may(Role.MANAGER)) {
          add(primary("Approve", () -> move(page, RetrospectiveState.REVIEWED, null)));
        }
      }
      case REVIEWED -> {
        add(button("Return to draft", () -> back(page)));
        add(primary("Close", () -> close(page)));
      }
      case CLOSED -> {}
    }
  }

  private void send(ReviewPage page) {
    if (page.retrospective().factors().size() == 1) {
      ask(page, "Why is there only one factor?", "Send to review", RetrospectiveState.IN_REVIEW);
      return;
    }
    move(page, RetrospectiveState.IN_REVIEW, null);
  }

  private void back(ReviewPage page) {
    ask(page, "What is to be changed?", "Return to draft", RetrospectiveState.DRAFT);
  }

  private void close(ReviewPage page) {
    ask(page, "Do customers get a message, or why not?", "Close", RetrospectiveState.CLOSED);
  }

  private void ask(ReviewPage page, String question, String verb, RetrospectiveState to) {
    var comment = new TextArea("Comment");
    comment.setMaxLength(Incident.SUMMARY_MAX);
    comment.setWidthFull();
    var dialog =
        new AskDialog(
            question,
            verb,
            () -> {
              command(page, to, comment.getValue().isBlank() ? null : comment.getValue().strip());
              told(page, to);
            },
            comment);
    dialog.refusal().field("comment", comment);
    dialog.open();
    comment.focus();
  }

  private void move(ReviewPage page, RetrospectiveState to, @Nullable String comment) {
    if (refusal.attempt(() -> command(page, to, comment))) {
      told(page, to);
    }
  }

  private void command(ReviewPage page, RetrospectiveState to, @Nullable String comment) {
    services
        .retrospectives()
        .move(
            services.viewer().actor(),
            page.incident().id(),
            to,
            comment,
            services.viewer().times().now());
  }

  private void told(ReviewPage page, RetrospectiveState to) {
    var key = page.incident().key();
    Toast.show(
        switch (to) {
          case DRAFT -> "The retrospective of %s is a draft again.".formatted(key);
          case IN_REVIEW -> "The retrospective of %s waits for a manager.".formatted(key);
          case REVIEWED -> "Approved the retrospective of %s.".formatted(key);
          case CLOSED -> "Closed %s.".formatted(key);
        });
    redraw.run();
  }

  private static Button button(String word, Runnable act) {
    return new Button(word, _ -> act.run());
  }

  private static Button tertiary(String word, Runnable act) {
    var button = button(word, act);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private static Button primary(String word, Runnable act) {
    var button = button(word, act);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }
}
