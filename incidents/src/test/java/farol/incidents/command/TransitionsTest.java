package farol.incidents.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.door.Refusal;
import farol.incidents.TestRoom;
import farol.incidents.retrospective.Retrospective;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.retrospective.Retrospectives;
import farol.incidents.retrospective.Section;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransitionsTest {
  private final TestRoom room = new TestRoom();
  private final Transitions transitions = room.the(Transitions.class);
  private final CommandDesk desk = room.the(CommandDesk.class);

  @BeforeEach
  void fresh() {
    room.clock.set(TestRoom.START);
    room.alerts.forget();
  }

  @AfterAll
  void close() {
    room.close();
  }

  private Incident active(IncidentSeverity severity) {
    var incident = room.declared(severity);
    room.clock.advance(Duration.ofMinutes(1));
    return desk.accept(room.as("dee"), incident.id(), room.now());
  }

  private Incident move(String person, Incident incident, IncidentState to) {
    return transitions.move(room.as(person), incident.id(), Transitions.Asked.to(to), room.now());
  }

  @Test
  void resolvingEndsTheTenureAndDraftsTheRetrospectiveAtOnce() {
    var incident = active(IncidentSeverity.SEV2);
    room.clock.advance(Duration.ofMinutes(34));
    move("dee", incident, IncidentState.MITIGATED);
    room.clock.advance(Duration.ofMinutes(20));

    var resolved = move("dee", incident, IncidentState.RESOLVED);

    var tenure = desk.of(incident.id()).last().orElseThrow();
    assertThat(resolved.milestones().at(Milestone.RESOLVED)).isEqualTo(tenure.until());
    assertThat(resolved.milestones().at(Milestone.IMPACT_MITIGATED))
        .isEqualTo(TestRoom.START.plus(Duration.ofMinutes(35)));
    var draft = room.the(Retrospectives.class).of(incident.id()).orElseThrow();
    assertThat(draft.state()).isEqualTo(RetrospectiveState.DRAFT);
    assertThat(draft.owner()).isEqualTo(room.person("dee").id());
    assertThat(draft.section(Section.TLDR)).contains("Mitigated 35 min later").contains("To write");
    assertThat(draft.section(Section.RESPONSE)).contains("dee commanded from 10:01 UTC");
    assertThat(draft.section(Section.CUSTOMER_IMPACT)).contains("SEV2 for 55 min");
    assertThat(draft.dueAt()).isEqualTo(Instant.parse("2026-03-06T10:55:00Z"));
    assertThat(rows(draft)).isNotEmpty().allMatch(Row::curated);
  }

  private List<Row> rows(Retrospective draft) {
    return room.the(Retrospectives.class).rows(draft);
  }

  @Test
  void resolvingStraightAwaySetsBothMilestones() {
    var incident = active(IncidentSeverity.SEV3);

    var resolved = move("dee", incident, IncidentState.RESOLVED);

    assertThat(resolved.milestones().at(Milestone.IMPACT_MITIGATED))
        .isEqualTo(resolved.milestones().at(Milestone.RESOLVED));
  }

  @Test
  void anUnfinishedRunBlocksAndIsNeverWaived() {
    var incident = active(IncidentSeverity.SEV3);
    var run = room.runs.run(incident.id(), "PAUSED", false, room.now());

    var waived =
        new Transitions.Asked(
            IncidentState.RESOLVED,
            null,
            null,
            List.of(new Waiver(Blocker.RUN_UNFINISHED, "we are in a hurry")));

    blocked(incident, waived, Blocker.RUN_UNFINISHED, run.id().toString());
    room.runs.run(incident.id(), "SUCCEEDED", true, room.now());
    assertThat(move("dee", incident, IncidentState.RESOLVED).state())
        .isEqualTo(IncidentState.RESOLVED);
  }

  private void blocked(Incident incident, Transitions.Asked asked, String code, String ref) {
    assertThatThrownBy(() -> transitions.move(room.as("dee"), incident.id(), asked, room.now()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("blocked");
              assertThat(String.valueOf(refused.extra().get("blockers"))).contains(code, ref);
            });
  }

  @Test
  void anOpenPublicIncidentAsksForItsFinalPostUnlessWaivedWithAReason() {
    var incident = active(IncidentSeverity.SEV3);
    say(incident, PostStatus.INVESTIGATING);
    var plain = Transitions.Asked.to(IncidentState.RESOLVED);
    blocked(incident, plain, Blocker.FINAL_POST_MISSING, "public1");
    assertThatThrownBy(() -> new Waiver(Blocker.FINAL_POST_MISSING, "too short"))
        .isInstanceOf(Refusal.class);

    say(incident, PostStatus.RESOLVED);

    assertThat(move("dee", incident, IncidentState.RESOLVED).state())
        .isEqualTo(IncidentState.RESOLVED);
  }

  @Test
  void aWaiverIsADecisionOnTheTimeline() {
    var incident = active(IncidentSeverity.SEV3);
    say(incident, PostStatus.INVESTIGATING);
    var waiver = new Waiver(Blocker.FINAL_POST_MISSING, "told by telephone");

    transitions.move(
        room.as("dee"),
        incident.id(),
        new Transitions.Asked(IncidentState.RESOLVED, null, null, List.of(waiver)),
        room.now());

    assertThat(texts(incident, RowSource.DECISION))
        .containsExactly("Set aside FINAL_POST_MISSING: told by telephone");
  }

  private void say(Incident incident, PostStatus status) {
    var promise = room.now().plus(Duration.ofMinutes(20));
    room.the(PublicWords.class)
        .say(
            room.as("dee"),
            incident.id(),
            new PublicWords.Word(
                status,
                "We are on it.",
                null,
                "major",
                List.of(),
                status == PostStatus.RESOLVED ? null : promise,
                true),
            room.now());
  }

  @Test
  void aPublishedPostIsTheFirstPostAndOneRow() {
    var incident = active(IncidentSeverity.SEV3);
    room.clock.advance(Duration.ofMinutes(4));

    say(incident, PostStatus.INVESTIGATING);

    var after = room.again(incident);
    assertThat(after.milestones().at(Milestone.FIRST_POST)).isEqualTo(room.now());
    assertThat(after.situationVersion()).isGreaterThan(incident.situationVersion());
    assertThat(texts(incident, RowSource.STATUS_POST))
        .containsExactly("Public post, investigating: We are on it.");
  }

  @Test
  void aPostWithoutPromiseIsRefused() {
    var incident = active(IncidentSeverity.SEV3);
    var silent =
        new PublicWords.Word(
            PostStatus.INVESTIGATING, "We are on it.", null, "major", List.of(), null, true);

    assertThatThrownBy(
            () ->
                room.the(PublicWords.class).say(room.as("dee"), incident.id(), silent, room.now()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.errors().getFirst().field()).isEqualTo("nextUpdateAt"));
  }

  @Test
  void commsPublishesTheFirstPostFromItsTemplateAlone() {
    var incident = active(IncidentSeverity.SEV3);
    room.the(IncidentRoles.class)
        .assign(room.as("dee"), incident.id(), CommandRole.COMMS, room.person("ana"), room.now());
    var ready =
        new PublicWords.Word(
            PostStatus.INVESTIGATING,
            null,
            PostTemplate.FIRST_POST,
            "major",
            List.of(),
            room.now().plus(Duration.ofMinutes(20)),
            true);

    var posted = room.the(PublicWords.class).say(room.as("ana"), incident.id(), ready, room.now());

    assertThat(posted.state()).isEqualTo("PUBLISHED");
    assertThat(texts(incident, RowSource.STATUS_POST))
        .containsExactly(
            "Public post, investigating: We are investigating: Routers answer 503."
                + " We will write again by 10:21 UTC.");
    assertThatThrownBy(
            () -> room.the(PublicWords.class).say(room.as("ana"), incident.id(), ready, room.now()))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(403));
  }

  @Test
  void onlyTheCommanderAndTheDeputyMitigate() {
    var incident = active(IncidentSeverity.SEV3);

    assertThatThrownBy(() -> move("bo", incident, IncidentState.MITIGATED))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(403));
    room.the(IncidentRoles.class)
        .assign(room.as("dee"), incident.id(), CommandRole.DEPUTY, room.person("bo"), room.now());

    assertThat(move("bo", incident, IncidentState.MITIGATED).state())
        .isEqualTo(IncidentState.MITIGATED);
  }

  @Test
  void aMoveThatIsNotAllowedNamesThoseThatAre() {
    var incident = room.declared(IncidentSeverity.SEV3);

    assertThatThrownBy(() -> move("dee", incident, IncidentState.RESOLVED))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("transition-not-allowed");
              assertThat(refused.extra().get("from")).isEqualTo(IncidentState.TRIAGE);
              assertThat(refused.extra())
                  .containsEntry(
                      "allowed",
                      List.of(
                          IncidentState.DECLINED, IncidentState.CANCELLED, IncidentState.MERGED));
            });
  }

  @Test
  void whoReopensCommandsAtOnceAndTheLadderStartsForASevereOne() {
    var incident = active(IncidentSeverity.SEV1);
    move("dee", incident, IncidentState.RESOLVED);
    room.clock.advance(Duration.ofMinutes(5));

    var reopened =
        transitions.move(
            room.as("ana"),
            incident.id(),
            Transitions.Asked.to(IncidentState.ACTIVE, "errors are back"),
            room.now());

    assertThat(reopened.state()).isEqualTo(IncidentState.ACTIVE);
    assertThat(reopened.milestones().at(Milestone.RESOLVED)).isNull();
    var last = desk.of(incident.id()).open().orElseThrow();
    assertThat(last.person()).isEqualTo(room.person("ana").id());
    assertThat(last.how()).isEqualTo(Tenure.How.REOPENED);
    assertThat(room.alerts.raised).hasSize(1);
  }

  @Test
  void goingBackNeedsAReason() {
    var incident = active(IncidentSeverity.SEV3);
    move("dee", incident, IncidentState.MITIGATED);

    assertThatThrownBy(() -> move("dee", incident, IncidentState.ACTIVE))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.errors().getFirst().field()).isEqualTo("reason"));
  }

  @Test
  void milestonesAreCorrectedWithAReasonAndKeepTheirOrder() {
    var incident = active(IncidentSeverity.SEV3);
    var resolved = move("dee", incident, IncidentState.RESOLVED);
    var incidents = room.the(Incidents.class);
    var early = TestRoom.START.minus(Duration.ofMinutes(7));

    assertThatThrownBy(() -> correct(resolved, Milestone.IMPACT_STARTED, early, null))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> correct(resolved, Milestone.IMPACT_STARTED, room.now().plusSeconds(60), "typo"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused ->
                assertThat(refused.errors().getFirst().field())
                    .isEqualTo("milestones.impactMitigatedAt"));
    correct(resolved, Milestone.IMPACT_STARTED, early, "seen in the graphs");

    var after = incidents.find(resolved.id()).orElseThrow();
    assertThat(after.milestones().at(Milestone.IMPACT_STARTED)).isEqualTo(early);
    assertThat(after.state()).isEqualTo(IncidentState.RESOLVED);
  }

  private void correct(
      Incident incident,
      Milestone milestone,
      Instant at,
      @org.jspecify.annotations.Nullable String reason) {
    room.the(Incidents.class)
        .change(
            room.as("bo"),
            incident.id(),
            Long.toString(incident.version()),
            new Incidents.Change(null, null, null, Map.of(milestone, Optional.of(at)), reason),
            room.now());
  }

  @Test
  void anyoneRaisesTheSeverityButOnlyWhoLeadsLowersIt() {
    var incident = active(IncidentSeverity.SEV3);
    var incidents = room.the(Incidents.class);

    incidents.severity(
        room.as("bo"), incident.id(), IncidentSeverity.SEV2, "more apps", room.now());
    assertThatThrownBy(
            () ->
                incidents.severity(
                    room.as("bo"), incident.id(), IncidentSeverity.SEV4, "calm", room.now()))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(403));
    incidents.severity(room.as("dee"), incident.id(), IncidentSeverity.SEV3, "calm", room.now());

    assertThat(incidents.severities(incident.id()))
        .extracting(SeverityChange::became)
        .containsExactly(IncidentSeverity.SEV3, IncidentSeverity.SEV2, IncidentSeverity.SEV3);
    assertThat(texts(incident, RowSource.SEVERITY))
        .containsExactly("SEV3 to SEV2: more apps", "SEV2 to SEV3: calm");
  }

  @Test
  void aSitrepHasAFixedWordingAndFillsTheHead() {
    var incident = active(IncidentSeverity.SEV3);
    room.clock.advance(Duration.ofMinutes(11));

    var sitrep =
        room.the(Sitreps.class)
            .file(
                room.as("ana"),
                incident.id(),
                new Sitrep.Fields(
                    "41 % of requests fail",
                    null,
                    List.of(new Sitrep.Doing("roll back", "Bo", "10:30")),
                    List.of("which zones?"),
                    List.of(),
                    Duration.ofMinutes(30)),
                room.now());

    assertThat(sitrep.text())
        .isEqualTo(
            """
            SEV3, Active for 12 min
            Impact now: 41 % of requests fail
            Hypothesis: none yet
            Doing: roll back, Bo, until 10:30
            Open question: which zones?
            Last public word: none yet
            Next public word: not promised
            Next sitrep: 10:42 UTC""");
    assertThat(room.again(incident).summary()).isEqualTo("41 % of requests fail");
  }

  private List<String> texts(Incident incident, RowSource source) {
    return room.the(Timeline.class).rows(incident.id(), TimelineQuery.all()).stream()
        .filter(row -> row.source() == source)
        .map(Row::text)
        .toList();
  }
}
