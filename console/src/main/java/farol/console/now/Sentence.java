package farol.console.now;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.OpenGroup;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.OnCallBoard.Watch;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.incidents.room.IncidentLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer first: am I on call, what waits, who commands, and what customers have heard. */
final class Sentence {
  private final Viewer viewer;
  private final Instant now;

  Sentence(Viewer viewer) {
    this.viewer = viewer;
    this.now = viewer.times().now();
  }

  Paragraph of(
      List<Watch> watches, List<OpenGroup> groups, List<IncidentLine> incidents, long overdue) {
    var mine =
        watches.stream().filter(watch -> watch.people().stream().anyMatch(viewer::is)).toList();
    var sentence = new Paragraph();
    sentence.addClassName("f-sentence");
    var parent = sentence.getElement();
    parent.appendChild(Element.createText(onCall(mine) + " "));
    waits(mine, groups).ifPresent(text -> parent.appendChild(element("em", text)));
    parent.appendChild(element("span", rest(groups, incidents, overdue)));
    return sentence;
  }

  private String onCall(List<Watch> mine) {
    if (mine.isEmpty()) {
      return "You are not on call.";
    }
    var duties = mine.stream().map(Sentence::duty).distinct().collect(Collectors.joining(" and "));
    return mine.stream()
        .map(Watch::until)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(
            until ->
                "You are on call for %s until %s.".formatted(duties, viewer.times().text(until)))
        .orElse("You are on call for %s.".formatted(duties));
  }

  private static String duty(Watch watch) {
    return OnCall.INCIDENT_COMMANDER.equals(watch.purpose())
        ? "command of incidents"
        : watch.team();
  }

  private static Optional<String> waits(List<Watch> mine, List<OpenGroup> groups) {
    var waiting = groups.stream().filter(group -> group.state() == AlertState.TRIGGERED).toList();
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    var teams = mine.stream().map(Watch::team).collect(Collectors.toSet());
    var forMe = waiting.stream().filter(group -> teams.contains(group.team().slug())).count();
    return Optional.of(
        forMe > 0
            ? Words.count(forMe, "alert waits for you.", "alerts wait for you.")
            : Words.count(
                waiting.size(), "alert waits for somebody.", "alerts wait for somebody."));
  }

  private String rest(List<OpenGroup> groups, List<IncidentLine> incidents, long overdue) {
    var parts = new ArrayList<String>();
    incidents.stream().findFirst().ifPresent(worst -> parts.add(command(worst)));
    if (incidents.isEmpty() && groups.isEmpty()) {
      parts.add("Nothing is burning.");
    }
    if (overdue > 0) {
      parts.add(Words.count(overdue, "thing is overdue.", "things are overdue."));
    }
    return String.join(" ", parts);
  }

  private String command(IncidentLine incident) {
    var commander = incident.commander();
    var leads =
        commander == null
            ? "Nobody commands %s".formatted(incident.key())
            : commander.handle().equals(viewer.person().handle())
                ? "You command %s".formatted(incident.key())
                : "%s commands %s".formatted(commander.name(), incident.key());
    var word = incident.silence().lastWordAt();
    return word == null
        ? leads + "; customers have heard nothing yet."
        : "%s; customers heard from us %s ago."
            .formatted(leads, Words.duration(Duration.between(word, now)));
  }

  private static Element element(String tag, String text) {
    var element = new Element(tag);
    element.setText(text);
    return element;
  }
}
