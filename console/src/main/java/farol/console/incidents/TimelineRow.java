package farol.console.incidents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.console.ui.Glyph;
import farol.console.ui.Mark;
import farol.console.ui.SeverityPlate;
import farol.console.ui.Times;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowSource;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One entry of a timeline: when, a sign, a sentence. */
class TimelineRow extends Div {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
  private static final int PERSON_HUES = 5;

  TimelineRow(Row row, Viewer viewer, boolean isNew) {
    addClassName("f-ev");
    setId("row-" + row.sequence());
    getElement().setAttribute("data-source", row.source().name());
    getElement().setAttribute("data-new", isNew);
    getElement().setAttribute("data-loud", loud(row));
    getElement().appendChild(time(row, viewer.times()));
    add(sign(row), sentence(row, viewer.times()));
  }

  private static Element time(Row row, Times times) {
    var time = new Element("time");
    time.setAttribute("datetime", row.occurredAt().toString());
    time.setAttribute("title", Times.utc(row.occurredAt()));
    var clock = SECONDS.format(row.occurredAt().atZone(times.zone()));
    var minutes = new Element("span");
    minutes.setText(clock.substring(0, 5));
    var seconds = new Element("i");
    seconds.setText(clock.substring(5));
    time.appendChild(minutes, seconds);
    return time;
  }

  private static boolean loud(Row row) {
    return switch (row.source()) {
      case STATE, SEVERITY, DECISION -> true;
      case ALERT, ROLE, STATUS_POST -> row.curated();
      case HUMAN,
          PAGE,
          DEPLOY,
          CONFIG,
          RUNBOOK,
          CHECKLIST,
          TASK,
          SITREP,
          TEMPORARY_CHANGE,
          PROMPT,
          CHAT,
          IMPORT ->
          false;
    };
  }

  private static Component sign(Row row) {
    return switch (row.source()) {
      case ALERT ->
          "resolved".equals(row.payload().get("event"))
              ? Mark.RESOLVED.shape(Tone.GREEN)
              : Mark.TRIGGERED.shape(Tone.RED);
      case SEVERITY -> plate(row);
      case STATE -> Glyph.INCIDENTS.icon();
      case PAGE -> Glyph.ALERTS.icon();
      case ROLE -> Glyph.PERSON.icon();
      case STATUS_POST -> Glyph.STATUS_PAGE.icon();
      case RUNBOOK -> run(row);
      case DECISION, CHECKLIST -> Glyph.CHECK.icon();
      case TEMPORARY_CHANGE, PROMPT -> Mark.WAITING.shape(Tone.AMBER);
      case TASK -> Mark.PLANNED.shape(Tone.GREY);
      case SITREP -> Glyph.RETROSPECTIVES.icon();
      case DEPLOY, CONFIG -> Glyph.RUNBOOKS.icon();
      case HUMAN, CHAT, IMPORT -> avatar(row.actor());
    };
  }

  private static Component plate(Row row) {
    var became = String.valueOf(row.payload().getOrDefault("became", ""));
    if (!became.matches("SEV[1-5]")) {
      return Glyph.INCIDENTS.icon();
    }
    var plate = new SeverityPlate(became.charAt(3) - '0');
    plate.setText(became.substring(3));
    plate.addClassName("f-sev-small");
    return plate;
  }

  private static Component run(Row row) {
    var event = String.valueOf(row.payload().getOrDefault("event", ""));
    return switch (event) {
      case "ended" -> Mark.VERIFIED.shape(Tone.GREEN);
      case "undone" -> Mark.UNDONE.shape(Tone.GREY);
      case "started" -> Mark.RUNNING.shape(Tone.BLUE);
      case String _ -> Mark.VERIFIED.shape(Tone.GREEN);
    };
  }

  private static Span avatar(RowActor actor) {
    var avatar = new Span(actor.name().substring(0, 1).toUpperCase(Locale.ROOT));
    avatar.addClassName("f-avatar");
    var hue = Math.floorMod(actor.name().hashCode(), PERSON_HUES) + 1;
    avatar
        .getElement()
        .setAttribute("data-person", Integer.toString(hue))
        .setAttribute("aria-hidden", "true");
    return avatar;
  }

  private static Div sentence(Row row, Times times) {
    var sentence = new Div();
    if (row.source() == RowSource.STATUS_POST) {
      post(row, times, sentence);
      return sentence;
    }
    if (row.source() == RowSource.HUMAN || row.source() == RowSource.CHAT) {
      var name = new Element("b");
      name.setText(first(row.actor()) + " ");
      sentence.getElement().appendChild(name);
    }
    sentence.add(new Span(row.text()));
    return sentence;
  }

  private static void post(Row row, Times times, Div sentence) {
    var payload = row.payload();
    var status = new Element("b");
    status.setText(title(String.valueOf(payload.getOrDefault("status", "said"))));
    sentence.add(new Span("Public: "));
    sentence.getElement().appendChild(status);
    if (payload.get("nextUpdateAt") instanceof String next) {
      sentence.add(new Span(", next word by " + times.text(Instant.parse(next))));
    }
    var quote = new Span(String.valueOf(payload.getOrDefault("body", row.text())));
    quote.addClassName("f-quote");
    sentence.add(quote);
  }

  private static String title(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String first(RowActor actor) {
    var space = actor.name().indexOf(' ');
    return space < 0 ? actor.name() : actor.name().substring(0, space);
  }
}
