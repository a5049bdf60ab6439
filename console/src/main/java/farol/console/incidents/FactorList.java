package farol.console.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import farol.console.ui.AskDialog;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.Tone;
import farol.console.ui.Words;
import farol.incidents.retrospective.Factor;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.room.ReviewPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions without which it would not have happened. */
class FactorList extends Div {
  private final transient ReviewPage page;
  private final transient ReviewServices services;
  private final transient Runnable redraw;

  FactorList(ReviewPage page, ReviewServices services, Runnable redraw) {
    this.page = page;
    this.services = services;
    this.redraw = redraw;
    addClassName("f-section");
    var factors = page.retrospective().factors();
    var head = new SectionHead("Contributing factors", "" + factors.size());
    var mayWrite = SectionEditor.mayWrite(page.retrospective(), services);
    if (mayWrite) {
      head.add(addOne());
    }
    add(head);
    if (factors.isEmpty()) {
      add(quiet("Two or more, or one and the reason why only one."));
    }
    for (var factor : factors) {
      add(row(factor, mayWrite));
    }
  }

  private static Div quiet(String sentence) {
    var quiet = new Div(sentence);
    quiet.addClassName("f-para");
    return quiet;
  }

  private Div row(Factor factor, boolean mayWrite) {
    var mark = factor.trigger() ? Mark.RUNNING.shape(Tone.BLUE) : Mark.PLANNED.shape(Tone.GREY);
    var row = new Div(mark, new Span(factor.text()), mayWrite ? remove(factor) : new Span());
    var small = new Element("small");
    small.setText(Words.title(factor.type()) + (factor.trigger() ? ", the trigger" : ""));
    row.getElement().appendChild(small);
    row.addClassName("f-task");
    return row;
  }

  private Button remove(Factor factor) {
    var remove =
        new Button(
            farol.console.ui.Glyph.CLOSE.icon(),
            _ -> {
              var left = new ArrayList<>(page.retrospective().factors());
              left.remove(factor);
              save(left);
            });
    remove.setAriaLabel("Remove: " + factor.text());
    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    return remove;
  }

  private Button addOne() {
    var add = new Button("Add", _ -> ask());
    add.setAriaLabel("Add a contributing factor");
    add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    add.addClassName("f-push");
    return add;
  }

  private void ask() {
    var type = new Select<Factor.Type>();
    type.setLabel("Kind");
    type.setItems(Factor.Type.values());
    type.setItemLabelGenerator(Words::title);
    type.setValue(Factor.Type.CHANGE);
    type.setWidthFull();
    var text = new TextArea("What contributed");
    text.setMaxLength(Factor.TEXT_MAX);
    text.setWidthFull();
    var trigger = new Checkbox("This set it off");
    new AskDialog(
            "Add a contributing factor",
            "Add",
            () -> {
              var factors = new ArrayList<>(page.retrospective().factors());
              factors.add(new Factor(type.getValue(), text.getValue().strip(), trigger.getValue()));
              save(factors);
            },
            type,
            text,
            trigger)
        .open();
  }

  private void save(List<Factor> factors) {
    ReviewWriting.write(page, services, new Retrospectives.Writing(null, null, Map.of(), factors));
    redraw.run();
  }
}
