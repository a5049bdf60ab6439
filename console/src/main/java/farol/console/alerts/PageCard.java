package farol.console.alerts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import farol.alerting.notify.BrowserPages.Notice;
import farol.console.ui.Mark;
import farol.console.ui.RefusalLine;
import farol.console.ui.StateMark;
import farol.console.ui.Toast;
import farol.console.ui.Tone;
import java.util.Locale;

/** A page as it stands over whatever the person reads, until it is taken or put away. */
class PageCard extends Notification {
  private final RefusalLine refusal = new RefusalLine();

  PageCard(Notice notice, Runnable acknowledge) {
    setPosition(Position.TOP_END);
    setDuration(0);
    setAssertive(true);
    addClassName("f-pagecard");
    var word =
        new Span(
            "%s, level %d".formatted(notice.severity().toLowerCase(Locale.ROOT), notice.level()));
    word.addClassName("f-2");
    var state = new Div(new StateMark(Mark.TRIGGERED, "You are paged", Tone.RED), word);
    state.addClassName("f-stateline");
    var summary = new Div("#%d %s".formatted(notice.number(), notice.summary()));
    summary.addClassName("f-strong");
    var card = new Div(state, summary, refusal, buttons(notice, acknowledge));
    card.addClassName("f-page-notice");
    add(card);
  }

  private Div buttons(Notice notice, Runnable acknowledge) {
    var take = new Button("Acknowledge", _ -> take(notice, acknowledge));
    take.addThemeVariants(ButtonVariant.PRIMARY);
    var open =
        new Button(
            "Open",
            _ -> {
              close();
              UI.getCurrentOrThrow().navigate(notice.viewPath().replaceFirst("^/", ""));
            });
    var away = new Button("Put away", _ -> close());
    away.addThemeVariants(ButtonVariant.TERTIARY);
    var row = new Div(take, open, away);
    row.addClassName("f-keys");
    return row;
  }

  private void take(Notice notice, Runnable acknowledge) {
    if (refusal.attempt(acknowledge)) {
      close();
      Toast.show("Acknowledged #%d. You have it.".formatted(notice.number()));
    }
  }
}
