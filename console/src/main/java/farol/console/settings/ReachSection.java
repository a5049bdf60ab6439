package farol.console.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import farol.alerting.notify.ContactMethodDesk;
import farol.alerting.notify.ContactMethodDesk.Draft;
import farol.console.ui.AskDialog;
import farol.console.ui.CopyId;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;

/** How the viewer is reached when paged. Every open console shows pages besides. */
class ReachSection extends Div {
  private final transient Viewer viewer;
  private final transient ContactMethodDesk methods;
  private final Div rows = new Div();
  private final Div made = new Div();

  ReachSection(Viewer viewer, ContactMethodDesk methods) {
    this.viewer = viewer;
    this.methods = methods;
    addClassName("f-section");
    made.addClassName("f-made");
    made.getElement().setAttribute("role", "status");
    made.setVisible(false);
    var foot = new Div(new Button("Add a way", _ -> ask()));
    foot.addClassName("f-padded");
    add(new SectionHead("How you are reached", "besides every open console"), made, rows, foot);
    draw();
  }

  private void draw() {
    rows.removeAll();
    var own = methods.list(viewer.actor(), viewer.person().handle());
    own.forEach(method -> rows.add(row(method)));
    if (own.isEmpty()) {
      var none = new StateMark(Mark.WAITING, "None yet: only an open console", Tone.AMBER);
      none.addClassName("f-line");
      rows.add(none);
    }
  }

  private static Div row(ContactMethodDesk.View method) {
    var name = new Span(title(method.type()));
    name.addClassName("f-strong");
    var sub = new Element("small");
    sub.setAttribute("class", "f-sub");
    var said = method.name();
    sub.setText(said == null ? method.address() : "%s, %s".formatted(said, method.address()));
    var text = new Div(name);
    text.getElement().appendChild(sub);
    var row = new Div(text, state(method.state()));
    row.addClassNames("f-line", "f-item");
    return row;
  }

  private static StateMark state(String state) {
    return switch (state) {
      case "VERIFIED" -> new StateMark(Mark.VERIFIED, "Verified", Tone.GREEN);
      case "BROKEN" -> new StateMark(Mark.FAILED, "Broken", Tone.RED);
      default -> new StateMark(Mark.PLANNED, "Not proved yet", Tone.GREY);
    };
  }

  private static String title(String type) {
    return type.charAt(0) + type.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private void ask() {
    var type = new Select<String>();
    type.setLabel("Way");
    type.setItems("EMAIL", "WEBHOOK");
    type.setItemLabelGenerator(ReachSection::title);
    type.setValue("EMAIL");
    var address = new TextField("Address");
    address.setHelperText("A mail address, or the web address of a webhook");
    address.setMaxLength(ContactMethodDesk.ADDRESS_MAX);
    var dialog =
        new AskDialog(
            "Add a way to reach you",
            "Add it",
            () -> add(type.getValue(), address.getValue()),
            type,
            address);
    dialog.refusal().field("address", address);
    dialog.open();
  }

  private void add(String type, String address) {
    var draft = new Draft(type, address, null, null, null, null, null, null);
    var method = methods.add(viewer.actor(), viewer.person().handle(), draft);
    var secret = method.secret();
    made.removeAll();
    made.setVisible(secret != null);
    if (secret != null) {
      made.add(new Span("Its signing secret, shown once:"), new CopyId(secret));
    }
    draw();
  }
}
