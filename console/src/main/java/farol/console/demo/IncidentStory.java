package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.incidents.actions.ActionPriority;
import farol.incidents.actions.ActionType;
import farol.incidents.actions.Actions;
import farol.incidents.command.CommandRole;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Sitrep;
import farol.incidents.command.Transitions;
import farol.incidents.retrospective.Factor;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.retrospective.Section;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One past incident, told step by step; each step happens at its own instant. */
final class IncidentStory {
  private final IncidentStories rooms;
  private final List<Factor> factors = new ArrayList<>();
  private Instant at;
  private @Nullable Incident incident;

  IncidentStory(IncidentStories rooms, Instant at) {
    this.rooms = rooms;
    this.at = at;
  }

  IncidentStory about(Incident declared) {
    incident = declared;
    return this;
  }

  private IncidentId id() {
    return Objects.requireNonNull(incident).id();
  }

  private Person person(String handle) {
    return rooms.catalog().person(handle).orElseThrow();
  }

  Actor as(String handle) {
    return new Actor(person(handle), Actor.Via.SYSTEM, null, "demo");
  }

  IncidentStory after(String length) {
    at = at.plus(Duration.parse(length));
    return this;
  }

  IncidentStory accept(String by) {
    rooms.command().accept(as(by), id(), at);
    return this;
  }

  IncidentStory severity(String by, IncidentSeverity severity, String reason) {
    rooms.incidents().severity(as(by), id(), severity, reason, at);
    return this;
  }

  IncidentStory role(String by, CommandRole role, String holder) {
    rooms.roles().assign(as(by), id(), role, person(holder), at);
    return this;
  }

  IncidentStory sitrep(String by, String impact, @Nullable String hypothesis) {
    var fields =
        new Sitrep.Fields(
            impact, hypothesis, List.of(), List.of(), List.of(), Duration.ofMinutes(30));
    rooms.sitreps().file(as(by), id(), fields, at);
    return this;
  }

  IncidentStory note(String by, String text) {
    rooms.timeline().append(NewRow.by(as(by), id(), RowSource.HUMAN, text, at), at);
    return this;
  }

  IncidentStory handOver(String from, String to, String note) {
    var offer = rooms.command().offer(as(from), id(), person(to).id(), note, at);
    at = at.plusSeconds(75);
    rooms.command().acceptOffer(as(to), id(), offer.id(), at);
    return this;
  }

  IncidentStory mitigate(String by) {
    return move(by, IncidentState.MITIGATED);
  }

  IncidentStory resolve(String by) {
    return move(by, IncidentState.RESOLVED);
  }

  private IncidentStory move(String by, IncidentState to) {
    rooms.transitions().move(as(by), id(), Transitions.Asked.to(to), at);
    return this;
  }

  IncidentStory people(String owner, String facilitator) {
    return write(
        owner, new Retrospectives.Writing(person(owner), person(facilitator), Map.of(), null));
  }

  IncidentStory wrote(String tldr, String impact) {
    var sections = new EnumMap<Section, String>(Section.class);
    sections.put(Section.TLDR, tldr);
    sections.put(Section.CUSTOMER_IMPACT, impact);
    return write("dee", new Retrospectives.Writing(null, null, sections, null));
  }

  IncidentStory factor(Factor.Type type, String text, boolean trigger) {
    factors.add(new Factor(type, text, trigger));
    return this;
  }

  IncidentStory factors() {
    return write("dee", new Retrospectives.Writing(null, null, Map.of(), factors));
  }

  private IncidentStory write(String by, Retrospectives.Writing writing) {
    var revision = rooms.retrospectives().of(id()).orElseThrow().revision();
    rooms.retrospectives().write(as(by), id(), Long.toString(revision), writing, at);
    return this;
  }

  IncidentStory promise(
      String owner,
      ActionType type,
      ActionPriority priority,
      String title,
      String verification,
      @Nullable Duration due) {
    var day = due == null ? null : LocalDate.ofInstant(at.plus(due), person(owner).zone());
    rooms
        .actions()
        .add(
            as("dee"),
            id(),
            new Actions.Promise(title, type, priority, person(owner), day, verification, null),
            at);
    return this;
  }

  IncidentStory complete(int index, String by, String proof) {
    rooms.actions().complete(as(by), rooms.actions().of(id()).get(index).id(), proof, at);
    return this;
  }

  IncidentStory verify(int index, String by) {
    rooms.actions().verify(as(by), rooms.actions().of(id()).get(index).id(), at);
    return this;
  }

  IncidentStory review(String by) {
    return review(by, RetrospectiveState.IN_REVIEW, null);
  }

  IncidentStory approve(String by) {
    return review(by, RetrospectiveState.REVIEWED, null);
  }

  IncidentStory close(String by) {
    return review(
        by, RetrospectiveState.CLOSED, "Customers got the message of the status page already.");
  }

  private IncidentStory review(String by, RetrospectiveState to, @Nullable String comment) {
    rooms.retrospectives().move(as(by), id(), to, comment, at);
    return this;
  }
}
