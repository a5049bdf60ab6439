package farol.console.incidents;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.door.Refusal;
import farol.console.ui.AskDialog;
import farol.console.ui.Words;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.ActionPriority;
import farol.incidents.actions.ActionType;
import farol.incidents.actions.Actions;
import farol.incidents.room.ReviewPage;
import org.jspecify.annotations.Nullable;

/** Makes a promise: what, who, by when, and how anybody can see that it is done. */
class PromiseDialog {
  private final ReviewPage page;
  private final ReviewServices services;
  private final Runnable redraw;
  private final TextField title = text("What", ActionItem.TITLE_MAX);
  private final Select<ActionType> type = new Select<>();
  private final Select<ActionPriority> priority = new Select<>();
  private final DatePicker due = new DatePicker("Due");
  private final TextField verification = text("How anybody sees it", ActionItem.VERIFICATION_MAX);

  PromiseDialog(ReviewPage page, ReviewServices services, Runnable redraw) {
    this.page = page;
    this.services = services;
    this.redraw = redraw;
    type.setLabel("For");
    type.setItems(ActionType.values());
    type.setItemLabelGenerator(Words::title);
    type.setValue(ActionType.PREVENT);
    priority.setLabel("Priority");
    priority.setItems(ActionPriority.values());
    priority.setValue(ActionPriority.P1);
    due.setHelperText("P0 within 28 days, P1 within 56; P2 names its own");
  }

  private static TextField text(String label, int longest) {
    var field = new TextField(label);
    field.setMaxLength(longest);
    field.setWidthFull();
    return field;
  }

  void open() {
    var owner = People.select("Who", services.catalog(), _ -> true);
    owner.setValue(services.viewer().person());
    var dialog =
        new AskDialog(
            "Add an action item",
            "Add",
            () -> add(owner.getValue()),
            title,
            owner,
            type,
            priority,
            due,
            verification);
    dialog
        .refusal()
        .field("title", title)
        .field("owner", owner)
        .field("due", due)
        .field("verification", verification);
    dialog.open();
    title.focus();
  }

  private void add(farol.alerting.catalog.@Nullable Person owner) {
    if (title.getValue().isBlank()) {
      throw Refusal.invalid("title", "Say what is promised");
    }
    if (owner == null) {
      throw Refusal.invalid("owner", "Name who does it");
    }
    if (verification.getValue().isBlank()) {
      throw Refusal.invalid("verification", "Say how anybody sees that it is done");
    }
    services
        .actions()
        .add(
            services.viewer().actor(),
            page.incident().id(),
            new Actions.Promise(
                title.getValue().strip(),
                type.getValue(),
                priority.getValue(),
                owner,
                due.getValue(),
                verification.getValue().strip(),
                null),
            services.viewer().times().now());
    redraw.run();
  }
}
