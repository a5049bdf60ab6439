package farol.incidents.retrospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.catalog.Actor;
import farol.alerting.door.Refusal;
import farol.incidents.TestRoom;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.ActionPriority;
import farol.incidents.actions.ActionState;
import farol.incidents.actions.ActionType;
import farol.incidents.actions.Actions;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.IncidentState;
import farol.incidents.command.Transitions;
import farol.incidents.room.IncidentBoard;
import farol.incidents.room.ReviewBoard;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetrospectivesTest {
  private final TestRoom room = new TestRoom();
  private final Retrospectives retrospectives = room.the(Retrospectives.class);

  @BeforeEach
  void fresh() {
    room.clock.set(TestRoom.START);
  }

  @AfterAll
  void close() {
    room.close();
  }

  private Incident resolved() {
    var incident = room.declared(IncidentSeverity.SEV3);
    room.the(CommandDesk.class).accept(room.as("dee"), incident.id(), room.now());
    room.clock.advance(Duration.ofMinutes(30));
    return transition(incident, IncidentState.RESOLVED, null);
  }

  private Incident transition(Incident incident, IncidentState to, @Nullable String reason) {
    return room.the(Transitions.class)
        .move(
            room.as("dee"),
            incident.id(),
            new Transitions.Asked(to, reason, null, List.of()),
            room.now());
  }

  private Retrospective write(Incident incident, int factors) {
    var written =
        new Retrospectives.Writing(
            room.person("ana"),
            room.person("bo"),
            Map.of(
                Section.TLDR, "A release opened too many connections.",
                Section.CUSTOMER_IMPACT, "41 % of requests failed for 30 min."),
            java.util.stream.IntStream.range(0, factors)
                .mapToObj(n -> new Factor(Factor.Type.CHANGE, "factor " + n, n == 0))
                .toList());
    var revision = retrospectives.of(incident.id()).orElseThrow().revision();
    return retrospectives.write(
        room.as("ana"), incident.id(), Long.toString(revision), written, room.now());
  }

  private Retrospective move(
      Actor actor, Incident incident, RetrospectiveState to, @Nullable String comment) {
    return retrospectives.move(actor, incident.id(), to, comment, room.now());
  }

  @Test
  void aDraftIsNotReviewedBeforeItSaysWhatItMust() {
    var incident = resolved();

    assertThatThrownBy(() -> move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, null))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused ->
                assertThat(String.valueOf(refused.extra().get("blockers")))
                    .contains(
                        "FACILITATOR_MISSING",
                        "TLDR_MISSING",
                        "CUSTOMER_IMPACT_MISSING",
                        "FACTORS_MISSING"));
    write(incident, 1);
    assertThatThrownBy(() -> move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, null))
        .isInstanceOf(Refusal.class);

    move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, "nothing else was needed");

    assertThat(room.again(incident).state()).isEqualTo(IncidentState.IN_REVIEW);
  }

  @Test
  void aManagerWhoIsNotTheOwnerApprovesByTheirOwnHand() {
    var incident = resolved();
    write(incident, 2);
    move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, null);
    var byToken = new Actor(room.person("lia"), Actor.Via.TOKEN, room.person("admin"), "test");

    refuses(403, () -> move(room.as("bo"), incident, RetrospectiveState.REVIEWED, null));
    refuses(403, () -> move(byToken, incident, RetrospectiveState.REVIEWED, null));
    var reviewed = move(room.as("lia"), incident, RetrospectiveState.REVIEWED, null);

    assertThat(reviewed.approvedBy()).isEqualTo(room.person("lia").id());
    assertThat(room.again(incident).state()).isEqualTo(IncidentState.IN_REVIEW);
    refuses(409, () -> write(incident, 2));
    refuses(409, () -> move(room.as("lia"), incident, RetrospectiveState.CLOSED, null));
    move(room.as("lia"), incident, RetrospectiveState.CLOSED, "no message: nobody was hurt");
    assertThat(room.again(incident).state()).isEqualTo(IncidentState.CLOSED);
  }

  @Test
  void theTimelineIsFrozenWhenTheReviewBegins() {
    var incident = resolved();
    write(incident, 2);
    var inReview = move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, null);
    var before = retrospectives.rows(inReview).size();
    note(incident, "remembered later");

    assertThat(retrospectives.rows(retrospectives.of(incident.id()).orElseThrow())).hasSize(before);
    var draft = move(room.as("lia"), incident, RetrospectiveState.DRAFT, "tell about the pager");
    assertThat(retrospectives.rows(draft).size()).isGreaterThan(before);
    assertThat(room.again(incident).state()).isEqualTo(IncidentState.RESOLVED);
  }

  private void note(Incident incident, String text) {
    room.the(Timeline.class)
        .append(
            NewRow.of(
                RowActor.person(room.person("ana")),
                incident.id(),
                RowSource.HUMAN,
                text,
                room.now()),
            room.now());
  }

  @Test
  void reopeningVoidsTheReviewAndKeepsWhatWasWritten() {
    var incident = resolved();
    var written = write(incident, 2);
    move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, null);

    transition(incident, IncidentState.ACTIVE, "it came back");

    var draft = retrospectives.of(incident.id()).orElseThrow();
    assertThat(draft.state()).isEqualTo(RetrospectiveState.DRAFT);
    refuses(409, () -> move(room.as("ana"), incident, RetrospectiveState.IN_REVIEW, null));
    room.clock.advance(Duration.ofMinutes(5));
    transition(incident, IncidentState.RESOLVED, null);
    assertThat(retrospectives.of(incident.id()).orElseThrow().sections())
        .isEqualTo(written.sections());
  }

  @Test
  void twoWritersDoNotOverwriteEachOther() {
    var incident = resolved();
    write(incident, 2);

    assertThatThrownBy(
            () ->
                retrospectives.write(
                    room.as("bo"),
                    incident.id(),
                    "1",
                    new Retrospectives.Writing(null, null, Map.of(), null),
                    room.now()))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(412));
  }

  @Test
  void aPromiseIsOverdueAfterItsDayAndVerifiedByAnother() {
    var incident = resolved();
    var actions = room.the(Actions.class);
    var made = promise(actions, incident, LocalDate.of(2026, 3, 2), ActionPriority.P1);
    assertThat(actions.overdue(made, room.now())).isFalse();

    room.clock.set(java.time.Instant.parse("2026-03-03T02:59:59Z"));
    assertThat(actions.overdue(made, room.now())).isFalse();
    room.clock.set(java.time.Instant.parse("2026-03-03T03:00:00Z"));
    assertThat(actions.overdue(made, room.now())).isTrue();
    assertThat(actions.list(new Actions.Query(null, null, true), room.now()))
        .extracting(ActionItem::id)
        .contains(made.id());

    refuses(409, () -> actions.verify(room.as("bo"), made.id(), room.now()));
    actions.complete(room.as("ana"), made.id(), "https://example.com/pr/1", room.now());
    refuses(403, () -> actions.verify(room.as("ana"), made.id(), room.now()));
    assertThat(actions.verify(room.as("bo"), made.id(), room.now()).state())
        .isEqualTo(ActionState.VERIFIED);
  }

  @Test
  void onlyAManagerDropsAnUrgentPromise() {
    var incident = resolved();
    var actions = room.the(Actions.class);
    var made = promise(actions, incident, null, ActionPriority.P0);
    assertThat(made.due()).isEqualTo(LocalDate.of(2026, 3, 29));

    refuses(403, () -> actions.drop(room.as("ana"), made.id(), "no time", room.now()));

    assertThat(actions.drop(room.as("lia"), made.id(), "superseded", room.now()).state())
        .isEqualTo(ActionState.DROPPED);
  }

  private ActionItem promise(
      Actions actions, Incident incident, @Nullable LocalDate due, ActionPriority priority) {
    return actions.add(
        room.as("dee"),
        incident.id(),
        new Actions.Promise(
            "Limit connections",
            ActionType.PREVENT,
            priority,
            room.person("ana"),
            due,
            "a load test shows it",
            null),
        room.now());
  }

  @Test
  void theBoardsShowWhatStands() {
    var incident = resolved();
    var open = room.declared(IncidentSeverity.SEV2);
    promise(room.the(Actions.class), incident, null, ActionPriority.P1);

    var board = room.the(IncidentBoard.class);
    assertThat(board.open()).extracting(line -> line.number()).contains(open.number());
    assertThat(board.ended(50).getFirst().retrospective()).isEqualTo(RetrospectiveState.DRAFT);
    var view = board.room(open.number()).orElseThrow();
    assertThat(view.commander()).isNull();
    assertThat(view.rows()).hasSize(1);
    assertThat(view.silence().running()).isTrue();
    assertThat(board.room(999_999)).isEqualTo(Optional.empty());
    var reviews = room.the(ReviewBoard.class);
    assertThat(reviews.page(incident.number(), room.now()).orElseThrow().actions()).hasSize(1);
    assertThat(reviews.latest()).anyMatch(line -> line.incident().id().equals(incident.id()));
  }

  private static void refuses(int status, Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }
}
