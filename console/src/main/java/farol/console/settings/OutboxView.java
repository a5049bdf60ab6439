package farol.console.settings;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.notify.Outbox;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.RolesAllowed;

/** Mails as composed: those that wait for a mail server, and in a demo those that left. */
@RolesAllowed({"MANAGER", "ADMIN"})
@PageTitle("Outbox, Farol")
@Route(value = "outbox", layout = MainLayout.class)
class OutboxView extends Page {
  static final int SHOWN_MAX = 100;

  private final transient Viewer viewer;
  private final transient Outbox outbox;
  private final ViewHead head = ViewHead.detail("System", "system", new Span("Outbox"));
  private final Div mails = new Div();

  OutboxView(Viewer viewer, Outbox outbox, Live live) {
    this.viewer = viewer;
    this.outbox = outbox;
    add(head, mails);
    draw();
    live.on(this, Topic.ALERTS, this::draw);
  }

  private void draw() {
    var newest = outbox.newest(SHOWN_MAX);
    var waiting = newest.stream().filter(mail -> mail.sentAt() == null).count();
    head.fact(
        waiting == 0
            ? Words.plural(newest.size(), "mail", "mails")
            : "%s for a mail server".formatted(Words.count(waiting, "mail waits", "mails wait")));
    mails.removeAll();
    if (newest.isEmpty()) {
      mails.add(
          new EmptyState(
              "No mail was composed yet.",
              "Mails wait here while FAROL_SMTP_URL is not set; in a demo they stay to be read."));
    }
    newest.forEach(mail -> mails.add(line(mail)));
  }

  private Details line(Outbox.Mail mail) {
    var subject = new Span(mail.subject());
    subject.addClassName("f-strong");
    var sent = mail.sentAt();
    var fate =
        new Span(
            "%s, composed %s, %s"
                .formatted(
                    mail.to(),
                    viewer.times().seconds(mail.composedAt()),
                    sent == null ? "waits" : "sent " + viewer.times().seconds(sent)));
    fate.addClassName("f-3");
    var text = new Pre(mail.text());
    text.addClassName("f-mail");
    var line = new Details(new Div(subject, new Span(" "), fate), text);
    line.setWidthFull();
    return line;
  }
}
