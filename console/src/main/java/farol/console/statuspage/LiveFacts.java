package farol.console.statuspage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.EmptyState;
import farol.console.ui.Facts;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.StateMark;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import farol.statuspage.renderer.PublicFace;
import farol.statuspage.renderer.Snapshots;

/** What is live: which set readers get, how old it is, and where else it stands. */
final class LiveFacts {
  private final Viewer viewer;
  private final Desk desk;

  LiveFacts(Viewer viewer, Desk desk) {
    this.viewer = viewer;
    this.desk = desk;
  }

  Div section() {
    var section = new Div(new SectionHead("What is live"));
    section.addClassName("f-section");
    section.add(
        desk.face()
            .live()
            .<Component>map(this::facts)
            .orElseGet(
                () ->
                    new EmptyState(
                        "No snapshot has been rendered yet.", "The first comes within a second.")));
    return section;
  }

  private Facts facts(Snapshots.Live live) {
    var facts = new Facts();
    facts.row("State", state(live));
    facts.row("Snapshot", String.valueOf(live.sequence()));
    facts.row("As of", viewer.times().atSecond(live.asOf()));
    facts.row("Valid until", viewer.times().atSecond(live.validUntil()));
    facts.row("Said since", viewer.times().at(live.contentSince()));
    desk.face().targets().forEach(target -> facts.row(target.name(), verified(target)));
    return facts;
  }

  private StateMark state(Snapshots.Live live) {
    return viewer.times().now().isBefore(live.validUntil())
        ? new StateMark(Mark.OPERATIONAL, "Fresh", Tone.GREEN)
        : new StateMark(Mark.UNKNOWN, "Readers see unknown", Tone.RED).loud();
  }

  private static Component verified(PublicFace.Target target) {
    var error = target.error();
    if (error != null) {
      return new StateMark(Mark.FAILED, "Not written: " + error, Tone.RED);
    }
    return new Span("Snapshot %s read back".formatted(target.lastSequence()));
  }
}
