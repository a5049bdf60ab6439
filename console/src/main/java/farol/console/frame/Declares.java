package farol.console.frame;

import com.vaadin.flow.component.UI;
import farol.alerting.alert.AlertId;
import java.util.Optional;

/** Opens the dialog that declares an incident; implemented by the incident views. */
public interface Declares {
  /**
   * Opens the dialog; it navigates to the room when the incident is declared.
   *
   * @param alert the alert to declare from, which fills the title; empty for a blank dialog
   */
  void open(UI ui, Optional<AlertId> alert);
}
