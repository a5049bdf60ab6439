package farol.incidents.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.alert.AlertAcknowledged;
import farol.alerting.alert.AlertResolved;
import farol.alerting.alert.AlertTriggered;
import farol.alerting.catalog.ServiceId;
import farol.alerting.notify.PageId;
import farol.alerting.notify.PageSent;
import farol.incidents.TestRoom;
import farol.incidents.command.Declaration;
import farol.incidents.command.DeclareDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.Milestone;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import farol.runbooks.execution.RunEnded;
import farol.runbooks.execution.RunStarted;
import farol.runbooks.execution.StepVerified;
import farol.statuspage.incident.PostPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureTest {
  private static final Instant EARLIER = TestRoom.START.minus(Duration.ofMinutes(6));

  private final TestRoom room = new TestRoom();

  @BeforeEach
  void fresh() {
    room.clock.set(TestRoom.START);
    room.alerts.forget();
  }

  @AfterAll
  void close() {
    room.close();
  }

  private ServiceId router() {
    return room.people.catalog().service("router").orElseThrow().id();
  }

  @Test
  void anAlertBringsItsTitleServiceAndFactsAtTheirOwnMinute() {
    var alert = room.alerts.add(router(), "Router 503 in us-east", EARLIER);
    room.alerts.paged(alert, "ana", EARLIER.plusSeconds(2));

    var incident =
        room.declared(
            new Declaration(
                null,
                IncidentSeverity.SEV3,
                null,
                List.of(alert.id()),
                List.of(),
                false,
                null,
                Map.of()));

    assertThat(incident.title()).isEqualTo("Router 503 in us-east");
    assertThat(incident.services()).containsExactly("router");
    assertThat(incident.milestones().at(Milestone.DETECTED)).isEqualTo(EARLIER);
    var rows = rows(incident);
    assertThat(rows.getFirst().occurredAt()).isEqualTo(EARLIER);
    assertThat(rows.getFirst().curated()).isTrue();
    assertThat(rows.get(1).text()).isEqualTo("ana paged by e-mail");
    assertThat(rows.get(1).occurredAt()).isEqualTo(EARLIER.plusSeconds(2));
  }

  @Test
  void everyFactIsWrittenOnceHoweverOftenItIsTold() {
    var alert = room.alerts.add(router(), "Router 503", EARLIER);
    var incident =
        room.declared(
            new Declaration(
                "Routers",
                IncidentSeverity.SEV3,
                null,
                List.of(alert.id()),
                List.of(),
                true,
                null,
                Map.of()));
    var ana = room.person("ana").id();
    var run = UUID.randomUUID();
    var at = room.now().plusSeconds(30);
    room.alerts.resolved(alert, at);
    var events =
        List.of(
            new AlertTriggered(
                alert.id(),
                alert.group(),
                alert.number(),
                alert.service(),
                alert.severity(),
                alert.summary(),
                EARLIER),
            new AlertAcknowledged(alert.id(), alert.group(), ana, at),
            new PageSent(PageId.random(), alert.group(), alert.id(), ana, "EMAIL", 1, 1, at),
            new AlertResolved(alert.id(), alert.group(), at),
            new RunStarted(run, "scale", incident.id(), "api", ana, "Ana starts Scale web", at),
            new StepVerified(run, "scale", incident.id(), "api", ana, "1", "web runs 3 dynos", at),
            new RunEnded(
                run, "scale", incident.id(), "api", ana, "SUCCEEDED", "Scale web is done", at),
            new PostPublished(
                "p9", "public9", incident.id(), "monitoring", "Watching.", null, ana, at));

    events.forEach(room::tell);
    var once = rows(incident);
    events.reversed().forEach(room::tell);

    assertThat(rows(incident)).isEqualTo(once);
    assertThat(once.stream().filter(row -> row.source() == RowSource.RUNBOOK)).hasSize(3);
    assertThat(once.stream().filter(row -> row.source() == RowSource.RUNBOOK && row.curated()))
        .hasSize(2);
    assertThat(once.stream().filter(row -> row.source() == RowSource.PAGE && row.curated()))
        .extracting(Row::text)
        .containsExactlyInAnyOrder("ana paged by e-mail", "ana acknowledged #" + alert.number());
    assertThat(once.stream().filter(row -> row.source() == RowSource.ALERT))
        .hasSize(2)
        .allMatch(Row::curated);
    assertThat(room.again(incident).milestones().at(Milestone.FIRST_POST)).isEqualTo(at);
  }

  @Test
  void factsOfNoIncidentAreLeftAloneAndFoundWhenLinkedLater() {
    var alert = room.alerts.add(router(), "Router 503", EARLIER);
    room.tell(
        new AlertTriggered(
            alert.id(),
            alert.group(),
            alert.number(),
            alert.service(),
            alert.severity(),
            alert.summary(),
            EARLIER));
    var incident = room.declared(IncidentSeverity.SEV3);
    assertThat(rows(incident)).noneMatch(row -> row.source() == RowSource.ALERT);

    room.the(DeclareDesk.class)
        .link(room.as("ana"), incident.id(), List.of(alert.id()), room.now());

    assertThat(rows(incident).getFirst().occurredAt()).isEqualTo(EARLIER);
  }

  @Test
  void thePageOfACommanderIsARowAndItsAlertIsNot() {
    var incident =
        room.declared(
            new Declaration(
                "Routers",
                IncidentSeverity.SEV1,
                null,
                List.of(),
                List.of(),
                false,
                null,
                Map.of()));
    var asked = room.alerts.lastRaised();
    var dee = room.person("dee").id();

    room.tell(
        new AlertTriggered(
            asked.id(),
            asked.group(),
            asked.number(),
            asked.service(),
            asked.severity(),
            asked.summary(),
            room.now()));
    room.tell(
        new PageSent(PageId.random(), asked.group(), asked.id(), dee, "BROWSER", 1, 1, room.now()));
    room.tell(new AlertAcknowledged(asked.id(), asked.group(), dee, room.now()));

    assertThat(rows(incident)).noneMatch(row -> row.source() == RowSource.ALERT);
    assertThat(rows(incident))
        .extracting(Row::text)
        .contains("dee paged by browser notification", "dee answered the page for a commander");
  }

  @Test
  void aRowOnceWrittenNeverChanges() {
    var incident = room.declared(IncidentSeverity.SEV3);
    var jdbc = room.database.jdbc();

    assertThatThrownBy(() -> jdbc.sql("update incidents.timeline_row set text = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from incidents.timeline_row").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("truncate incidents.timeline_row cascade").update())
        .isInstanceOf(DataAccessException.class);
    assertThat(rows(incident)).hasSize(1);
  }

  @Test
  void theTimelineTellsWhatItSaidAtAnEarlierInstantAndGoesOnFromAPlace() {
    var incident = room.declared(IncidentSeverity.SEV3);
    var timeline = room.the(Timeline.class);
    for (var minute = 1; minute <= 3; minute++) {
      room.clock.advance(Duration.ofMinutes(1));
      timeline.append(
          NewRow.of(
              RowActor.person(room.person("ana")),
              incident.id(),
              RowSource.HUMAN,
              "note " + minute,
              room.now()),
          room.now());
    }

    var asOf =
        timeline.rows(
            incident.id(),
            new TimelineQuery(
                false, null, null, TestRoom.START.plus(Duration.ofMinutes(2)), null, 50));
    var place = new TimelineQuery.Place(asOf.getLast().occurredAt(), asOf.getLast().sequence());
    var rest = timeline.rows(incident.id(), new TimelineQuery(false, null, null, null, place, 50));

    assertThat(asOf).extracting(Row::text).endsWith("note 1", "note 2");
    assertThat(rest).extracting(Row::text).containsExactly("note 3");
  }

  private List<Row> rows(Incident incident) {
    return room.the(Timeline.class).rows(incident.id(), TimelineQuery.all());
  }
}
