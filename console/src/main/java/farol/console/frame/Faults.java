package farol.console.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import farol.alerting.door.Refusal;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What no view caught: a refusal is said over the view, anything else also goes to the log. */
@Component
class Faults implements VaadinServiceInitListener {
  private static final Logger log = LoggerFactory.getLogger(Faults.class);
  private static final int NUMBER_LENGTH = 8;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(init -> init.getSession().setErrorHandler(Faults::handle));
  }

  /** Logs the fault under a number that a person can read out, and answers that number. */
  static String record(Logger log, String during, Throwable fault) {
    var number = UUID.randomUUID().toString().substring(0, NUMBER_LENGTH);
    log.error("{} failed, number {}", during, number, fault);
    return number;
  }

  private static void handle(ErrorEvent event) {
    var sentence =
        event.getThrowable() instanceof Refusal refusal
            ? refusal.detail() + "."
            : "That did not work. Tell an administrator the number %s."
                .formatted(record(log, "An act", event.getThrowable()));
    var ui = UI.getCurrent();
    if (ui != null) {
      ui.getChildren()
          .filter(MainLayout.class::isInstance)
          .map(MainLayout.class::cast)
          .forEach(layout -> layout.fault(sentence));
    }
  }
}
