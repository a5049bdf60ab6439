package farol.console.incidents;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import farol.console.ui.Mark;
import farol.console.ui.SectionHead;
import farol.console.ui.Tone;
import farol.incidents.room.RoomView;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowSource;
import farol.runbooks.execution.IncidentRuns;
import farol.runbooks.library.Runbook;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The right side of the room: what stands in the way, runbooks, what customers were told. */
class RoomDoing extends Aside {
  private static final int RUNBOOKS_SHOWN = 5;

  private final transient RoomServices services;
  private final RoomActs acts;

  RoomDoing(RoomServices services, Runnable redraw) {
    this.services = services;
    this.acts = new RoomActs(services, redraw);
    acts.addClassName("f-phone-block");
    addClassName("f-side");
  }

  /** How many things wait for somebody here. */
  long waiting(RoomView room) {
    return (long) room.blockers().size() + (room.offer() == null ? 0 : 1);
  }

  void show(RoomView room) {
    removeAll();
    acts.show(room);
    add(acts, blockers(room), runs(room), posts(room), review(room));
  }

  private static Div section(SectionHead head) {
    var section = new Div(head);
    section.addClassName("f-section");
    return section;
  }

  private static Div blockers(RoomView room) {
    var section = section(new SectionHead("Before resolving"));
    section.setVisible(!room.blockers().isEmpty());
    room.blockers()
        .forEach(
            blocker -> {
              var row = new Div(Mark.WAITING.shape(Tone.AMBER), new Span(blocker.text()));
              row.addClassName("f-task");
              section.add(row);
            });
    return section;
  }

  private Div runs(RoomView room) {
    var section = section(new SectionHead("Runbooks").link("All", "runbooks"));
    room.runs().forEach(run -> section.add(run(run)));
    if (room.incident().state().open()) {
      fitting(room).forEach(runbook -> section.add(toRun(runbook, room)));
    } else if (room.runs().isEmpty()) {
      section.add(quiet("Nothing was run."));
    }
    return section;
  }

  /** Those for the incident's services first. */
  private List<Runbook> fitting(RoomView room) {
    var touched = room.incident().services();
    return services.library().list().stream()
        .filter(runbook -> runbook.document().executable())
        .sorted(
            Comparator.comparing(
                runbook -> Collections.disjoint(runbook.document().services(), touched)))
        .limit(RUNBOOKS_SHOWN)
        .toList();
  }

  private static Div toRun(Runbook runbook, RoomView room) {
    var link =
        new Anchor(
            "runbooks/%s?incident=%s".formatted(runbook.id(), room.incident().id().value()),
            runbook.title());
    link.setRouterIgnore(false);
    var row = new Div(Mark.PLANNED.shape(Tone.GREY), link);
    row.addClassName("f-task");
    return row;
  }

  private Div run(IncidentRuns.RunLine run) {
    var mark =
        run.finished()
            ? Mark.VERIFIED.shape(run.status().equals("FAILED") ? Tone.RED : Tone.GREEN)
            : Mark.RUNNING.shape(Tone.BLUE);
    var link = new Anchor("runs/" + run.id(), run.title());
    link.setRouterIgnore(false);
    var row = new Div(mark, link, services.viewer().times().at(run.startedAt()));
    var small = new Element("small");
    small.setText(
        run.status().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + (run.undoAvailable() ? ", its changes stand" : ""));
    row.getElement().appendChild(small);
    row.addClassName("f-task");
    return row;
  }

  private Div posts(RoomView room) {
    var section = section(new SectionHead("Public posts"));
    var state = room.publicState();
    if (state != null) {
      section
          .getChildren()
          .filter(SectionHead.class::isInstance)
          .map(SectionHead.class::cast)
          .findFirst()
          .ifPresent(head -> head.link("Read it", state.publicUrl()));
    }
    var said = room.rows().stream().filter(row -> row.source() == RowSource.STATUS_POST).toList();
    said.forEach(row -> section.add(post(row)));
    var promised = room.silence().promisedAt();
    if (promised != null && room.silence().running()) {
      section.add(promise(promised, room));
    }
    if (said.isEmpty()) {
      section.add(quiet("Customers were told nothing yet."));
    }
    return section;
  }

  private Div post(Row row) {
    var status = String.valueOf(row.payload().getOrDefault("status", ""));
    var word =
        status.isEmpty() ? "" : Character.toUpperCase(status.charAt(0)) + status.substring(1);
    return when(row.occurredAt(), new Span(word), "by " + row.actor().name());
  }

  private Div promise(Instant promised, RoomView room) {
    var word = new Span("Promised");
    word.addClassName("f-toned");
    switch (room.silence().mood(services.viewer().times().now())) {
      case QUIET -> {}
      case NEAR -> Tone.AMBER.on(word);
      case DUE -> Tone.RED.on(word);
    }
    return when(promised, word, "the next word");
  }

  private Div when(Instant at, Span word, String under) {
    var time = services.viewer().times().at(at);
    var small = new Element("small");
    small.setText(under);
    var text = new Div(word);
    text.getElement().appendChild(small);
    var row = new Div(time, text);
    row.addClassName("f-when");
    return row;
  }

  private Div review(RoomView room) {
    var section = section(new SectionHead("Retrospective"));
    var state = room.retrospective();
    section.setVisible(state != null);
    if (state != null) {
      var link =
          new Anchor(
              "incidents/%d/retrospective".formatted(room.incident().number()),
              "Read the " + farol.console.ui.Words.lower(state));
      link.setRouterIgnore(false);
      link.addClassName("f-link");
      section.add(link);
    }
    return section;
  }

  private static Div quiet(String sentence) {
    var quiet = new Div(sentence);
    quiet.addClassName("f-para");
    return quiet;
  }
}
