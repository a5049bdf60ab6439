package farol.console.alerts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.alerting.alert.AlertDetail;
import farol.console.ui.CopyId;
import farol.console.ui.Facts;
import farol.console.ui.SectionHead;
import farol.console.ui.Times;
import farol.console.ui.Words;
import java.util.List;

/** The sections of an alert's view below its headline. */
final class AlertParts {
  private final Times times;

  AlertParts(Times times) {
    this.times = times;
  }

  /** What its sender said: labels, source, links. All of it is text from outside, shown as text. */
  Div labels(AlertDetail alert) {
    var facts = new Facts();
    alert.labels().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(label -> facts.row(label.getKey(), code(label.getValue())));
    facts.row("source", alert.source().isBlank() ? "not said" : alert.source());
    facts.row("key", new CopyId(alert.dedupKey()));
    facts.row("told", Words.plural(alert.count(), "time", "times"));
    alert.links().forEach(link -> facts.row("link", link(link.href(), link.text())));
    var section =
        new Div(
            new SectionHead("What its sender said", Words.lower(alert.integrationKind())), facts);
    section.addClassName("f-section");
    return section;
  }

  Div history(List<AlertDetail.Event> events) {
    var section = new Div(new SectionHead("History", "times in " + times.city()));
    section.addClassName("f-section");
    events.stream().map(this::event).forEach(section::add);
    return section;
  }

  private Div event(AlertDetail.Event event) {
    var time = new Element("time");
    time.appendChild(times.atSecond(event.at()).getElement());
    var row = new Div();
    row.addClassName("f-change");
    row.getElement().appendChild(time);
    row.add(new Span(Sentences.event(event)));
    return row;
  }

  private static Span code(String text) {
    var code = new Span(text);
    code.addClassName("f-wrap");
    return code;
  }

  private static Anchor link(String href, String text) {
    var link = new Anchor(href, text, AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    link.addClassNames("f-link", "f-wrap");
    return link;
  }
}
