package farol.console.settings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.notify.PagingHealth;
import farol.alerting.notify.PagingHealth.ChannelLine;
import farol.alerting.notify.PagingHealth.Engine;
import farol.console.frame.MainLayout;
import farol.console.ui.Facts;
import farol.console.ui.Live;
import farol.console.ui.Mark;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;

/** What Farol says about itself: engine lag, queues, channels, parts and versions. */
@PermitAll
@PageTitle("System, Farol")
@Route(value = "system", layout = MainLayout.class)
class SystemView extends Page {
  private static final Duration LATE = Duration.ofSeconds(10);

  private final transient Viewer viewer;
  private final transient PagingHealth paging;
  private final transient SystemFacts facts;
  private final Div body = new Div();

  SystemView(Viewer viewer, PagingHealth paging, SystemFacts facts, Live live) {
    this.viewer = viewer;
    this.paging = paging;
    this.facts = facts;
    var outbox = new Anchor("outbox", "Outbox");
    outbox.addClassName("f-link");
    var head = ViewHead.detail("Settings", "settings", new Span("System"));
    add(head.acts(outbox), body);
    draw();
    live.on(this, Topic.ALERTS, this::draw);
  }

  private void draw() {
    var now = viewer.times().now();
    body.removeAll();
    var channels = new Facts();
    paging
        .channels(now)
        .forEach(
            line -> channels.row(line.channel().toLowerCase(java.util.Locale.ROOT), channel(line)));
    body.add(
        columns(
            stack(
                section(new SectionHead("Paging engine"), engine(paging.engine(now))),
                section(new SectionHead("Channels", "in the last hour"), channels)),
            stack(
                section(new SectionHead("Parts"), parts()),
                section(new SectionHead("Versions"), versions()))));
  }

  private Facts engine(Engine engine) {
    var rows = new Facts();
    rows.row("ladders due", due(engine.dueLadders(), engine.ladderLag()));
    rows.row("pages due", due(engine.duePages(), engine.pageLag()));
    rows.row(
        "parked",
        engine.parked() == 0
            ? good("none")
            : new StateMark(Mark.FAILED, engine.parked() + " wait for a person", Tone.RED));
    rows.row(
        "mails",
        engine.waitingForMailServer() == 0
            ? good("none waits")
            : new StateMark(
                Mark.WAITING,
                engine.waitingForMailServer() + " wait for a mail server",
                Tone.AMBER));
    rows.row(
        "events",
        facts.outstandingEvents() == 0
            ? good("none outstanding")
            : new Span(facts.outstandingEvents() + " outstanding"));
    return rows;
  }

  private static StateMark due(long rows, Duration lag) {
    if (lag.compareTo(LATE) > 0) {
      return new StateMark(
          Mark.DEGRADED, "%d, late by %s".formatted(rows, Words.duration(lag)), Tone.RED);
    }
    return good(rows == 0 ? "none" : "%d, on time".formatted(rows));
  }

  private Span channel(ChannelLine line) {
    var words = "%d sent, %d failed".formatted(line.sent(), line.failed());
    if (!line.configured()) {
      return new StateMark(Mark.WAITING, "no mail server is set", Tone.AMBER);
    }
    var error = line.lastError();
    return line.failed() == 0
        ? good(words)
        : new StateMark(Mark.FAILED, error == null ? words : words + ": " + error, Tone.RED);
  }

  private Facts parts() {
    var rows = new Facts();
    facts
        .parts()
        .forEach(
            (name, up) ->
                rows.row(name, up ? good("up") : new StateMark(Mark.FAILED, "down", Tone.RED)));
    return rows;
  }

  private Facts versions() {
    var rows = new Facts();
    facts.versions().forEach(rows::row);
    return rows;
  }

  private static StateMark good(String word) {
    return new StateMark(Mark.VERIFIED, word, Tone.GREEN);
  }
}
