package farol.console.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import farol.alerting.catalog.Role;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.retrospective.Section;
import farol.incidents.room.ReviewPage;
import java.util.Map;

/** One section of a retrospective: read it, or write it in place. */
class SectionEditor extends Div {
  private final Section section;
  private final transient ReviewPage page;
  private final transient ReviewServices services;
  private final transient Runnable editing;
  private final transient Runnable redraw;
  private final Div body = new Div();

  SectionEditor(
      Section section,
      ReviewPage page,
      ReviewServices services,
      Runnable editing,
      Runnable redraw) {
    this.section = section;
    this.page = page;
    this.services = services;
    this.editing = editing;
    this.redraw = redraw;
    addClassName("f-section");
    getElement().setAttribute("data-section", section.key());
    var head = new SectionHead(section.title());
    if (mayWrite(page.retrospective(), services)) {
      head.add(edit());
    }
    body.addClassName("f-prose");
    add(head, body);
    read();
  }

  static boolean mayWrite(Retrospective retrospective, ReviewServices services) {
    var writable =
        retrospective.state() == RetrospectiveState.DRAFT
            || retrospective.state() == RetrospectiveState.IN_REVIEW;
    return writable && services.viewer().actor().may(Role.RESPONDER);
  }

  private Button edit() {
    var edit = new Button("Edit", _ -> write());
    edit.setAriaLabel("Edit: " + section.title());
    edit.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    edit.addClassName("f-push");
    return edit;
  }

  private void read() {
    var text = page.retrospective().section(section);
    body.removeAll();
    body.setText(text.isBlank() ? Section.TO_WRITE + "." : text);
    getElement().setAttribute("data-unwritten", !page.retrospective().written(section));
  }

  private void write() {
    editing.run();
    var area = new TextArea();
    area.setAriaLabel(section.title());
    area.setValue(page.retrospective().section(section));
    area.setMaxLength(Section.LENGTH_MAX);
    area.setWidthFull();
    area.setMinRows(4);
    var refusal = new RefusalLine();
    var save = new Button("Save", _ -> save(area, refusal));
    save.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
    var cancel = new Button("Cancel", _ -> redraw.run());
    cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    var buttons = new Div(save, cancel);
    buttons.addClassName("f-roomacts");
    body.setText("");
    body.removeAll();
    body.add(area, refusal, buttons);
    area.focus();
  }

  private void save(TextArea area, RefusalLine refusal) {
    var written =
        new Retrospectives.Writing(null, null, Map.of(section, area.getValue().strip()), null);
    if (refusal.attempt(() -> ReviewWriting.write(page, services, written))) {
      redraw.run();
    }
  }
}
