package farol.console.readiness;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.checklists.evidence.Evidence;
import farol.checklists.evidence.Result;
import farol.checklists.gate.Verdict.CheckVerdict;
import farol.console.ui.CopyId;
import farol.console.ui.EmptyState;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import java.util.List;

/** One check opened: why it is asked, what would make it hold, and its records, newest first. */
class CheckDialog extends Dialog {
  private static final int HASH_SHOWN = 12;

  private final transient Viewer viewer;
  private final transient Catalog catalog;

  CheckDialog(Viewer viewer, Catalog catalog, CheckVerdict one, List<Evidence> history) {
    this.viewer = viewer;
    this.catalog = catalog;
    setHeaderTitle(one.check().title());
    setWidth("620px");
    var body = new Div(new Paragraph(one.check().why()), new Paragraph(one.check().fix()));
    body.addClassName("r-dialog");
    var records = new Div(new SectionHead("Evidence", "newest first; nothing is ever changed"));
    if (history.isEmpty()) {
      records.add(new EmptyState("No evidence yet.", "A machine pushes it, or a person attests."));
    }
    history.forEach(evidence -> records.add(record(evidence)));
    body.add(records);
    add(body);
    getFooter().add(new Button("Close", _ -> close()));
  }

  private Div record(Evidence evidence) {
    var record = new Div(result(evidence), new Span(evidence.summary()));
    record.addClassName("r-record");
    var told = new Span(viewer.times().at(evidence.observedAt()), new Span(", " + who(evidence)));
    var line = new Div(told);
    line.addClassName("f-meta");
    if (evidence.withdrawnAt() != null) {
      line.add(", withdrawn");
    }
    record.add(line);
    var source = evidence.source();
    if (source != null && source.startsWith("http")) {
      var link = new Anchor(source, source, AnchorTarget.BLANK);
      link.addClassName("f-link");
      link.getElement().setAttribute("rel", "noopener noreferrer");
      record.add(link);
    } else if (source != null) {
      record.add(new Span(source));
    }
    record.add(new CopyId(evidence.sha256().substring(0, HASH_SHOWN)));
    return record;
  }

  private String who(Evidence evidence) {
    var by = evidence.by();
    var name = by == null ? null : catalog.person(by).map(Person::firstName).orElse(null);
    var how = Words.lower(evidence.kind());
    return name == null ? how : "%s by %s".formatted(how, name);
  }

  private static StateMark result(Evidence evidence) {
    return switch (evidence.result()) {
      case Result.PASS -> new StateMark(Mark.VERIFIED, "Pass", Tone.GREEN);
      case Result.FAIL -> new StateMark(Mark.FAILED, "Fail", Tone.RED);
      case Result.UNKNOWN -> new StateMark(Mark.UNKNOWN, "Unknown", Tone.AMBER);
    };
  }
}
