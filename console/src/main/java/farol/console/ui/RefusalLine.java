package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.alerting.door.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * Says, where the act was, why it did not happen. Hidden until then. Fields that were named show
 * their own sentence beside them.
 */
public class RefusalLine extends Div {
  private final Map<String, HasValidation> fields = new HashMap<>();

  public RefusalLine() {
    addClassName("f-refusal");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  /** Shows errors of the API field {@code name} beside this form field. */
  public RefusalLine field(String name, HasValidation field) {
    fields.put(name, field);
    return this;
  }

  /**
   * Runs the act and answers whether it happened; a refusal is shown here, anything else is left to
   * the error handler.
   */
  public boolean attempt(Runnable act) {
    clear();
    try {
      act.run();
      return true;
    } catch (Refusal refusal) {
      show(refusal);
    } catch (IllegalArgumentException wrong) {
      show(String.valueOf(wrong.getMessage()));
    }
    return false;
  }

  public void show(Refusal refusal) {
    var shown = 0;
    for (var error : refusal.errors()) {
      var field = fields.get(error.field());
      if (field != null) {
        field.setInvalid(true);
        field.setErrorMessage(error.message());
        shown++;
      }
    }
    if (shown == 0 || shown < refusal.errors().size()) {
      show(refusal.detail());
    }
  }

  public void show(String sentence) {
    removeAll();
    add(mark(), new Span(sentence));
    setVisible(true);
  }

  public void clear() {
    setVisible(false);
    fields.values().forEach(field -> field.setInvalid(false));
  }

  private static Component mark() {
    return Mark.FAILED.shape(Tone.RED);
  }
}
