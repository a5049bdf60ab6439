package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/**
 * A dialog whose title is a question or an act: fields, and the buttons at the right. Esc closes it
 * and keeps what was typed. A refusal stands inside, and the dialog stays open.
 */
public class AskDialog extends Dialog {
  private final RefusalLine refusal = new RefusalLine();

  /**
   * A dialog that acts once.
   *
   * @param verb what the primary button says
   * @param act runs on the primary button; the dialog closes when it returns
   */
  public AskDialog(String title, String verb, Runnable act, Component... fields) {
    setHeaderTitle(title);
    addClassName("f-ask");
    setWidth("480px");
    var form = new Div(fields);
    form.addClassName("f-form");
    form.add(refusal);
    add(form);
    var primary = new Button(verb, _ -> attempt(act));
    primary.addThemeVariants(ButtonVariant.PRIMARY);
    primary.setDisableOnClick(false);
    var cancel = new Button("Cancel", _ -> close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    getFooter().add(cancel, primary);
    primary.addClickShortcut(
        com.vaadin.flow.component.Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
  }

  /** Where field names of a refusal find their fields. */
  public RefusalLine refusal() {
    return refusal;
  }

  private void attempt(Runnable act) {
    if (refusal.attempt(act)) {
      close();
    }
  }
}
