package farol.incidents.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.door.Refusal;
import farol.alerting.storage.Timestamps;
import farol.incidents.TestRoom;
import farol.incidents.timeline.Row;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import farol.incidents.timeline.TimelineQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataIntegrityViolationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandDeskTest {
  private final TestRoom room = new TestRoom();
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

  @Test
  void acceptingMakesTheIncidentActive() {
    var incident = room.declared(IncidentSeverity.SEV3);
    room.clock.advance(Duration.ofSeconds(41));

    var accepted = desk.accept(room.as("dee"), incident.id(), room.now());

    assertThat(accepted.state()).isEqualTo(IncidentState.ACTIVE);
    var tenure = desk.of(incident.id()).open().orElseThrow();
    assertThat(tenure.person()).isEqualTo(room.person("dee").id());
    assertThat(accepted.milestones().at(Milestone.ACCEPTED)).isEqualTo(tenure.from());
    assertThat(room.alerts.handedUp).contains(incident.id());
  }

  @Test
  void oneOfTwoAcceptancesAtOnceWins() throws Exception {
    for (var round = 0; round < 10; round++) {
      var incident = room.declared(IncidentSeverity.SEV3);
      Callable<Integer> dee = () -> status("dee", incident);
      Callable<Integer> eva = () -> status("eva", incident);

      List<Integer> answers = new ArrayList<>();
      try (var both = Executors.newFixedThreadPool(2)) {
        for (var answer : both.invokeAll(List.of(dee, eva))) {
          answers.add(answer.get());
        }
      }

      assertThat(answers).containsExactlyInAnyOrder(200, 409);
      assertThat(desk.of(incident.id()).tenures()).hasSize(1);
    }
  }

  private int status(String person, Incident incident) {
    try {
      desk.accept(room.as(person), incident.id(), room.now());
      return 200;
    } catch (Refusal refused) {
      assertThat(refused.code()).isEqualTo("command-held");
      return refused.status();
    }
  }

  @Test
  void theHolderWhoAcceptsAgainChangesNothing() {
    var incident = room.declared(IncidentSeverity.SEV3);
    var first = desk.accept(room.as("dee"), incident.id(), room.now());
    room.clock.advance(Duration.ofMinutes(1));

    var second = desk.accept(room.as("dee"), incident.id(), room.now());

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aTrainedCommanderRelievesAnActingOne() {
    var incident = room.declared(IncidentSeverity.SEV3);
    desk.accept(room.as("ana"), incident.id(), room.now());
    room.clock.advance(Duration.ofMinutes(3));

    desk.accept(room.as("dee"), incident.id(), room.now());

    var tenures = desk.of(incident.id()).tenures();
    assertThat(tenures)
        .extracting(Tenure::how)
        .containsExactly(Tenure.How.ACCEPTED, Tenure.How.TOOK_OVER);
    assertThat(tenures.getFirst().until()).isEqualTo(tenures.getLast().from());
  }

  @Test
  void theLadderGoesOnUntilATrainedCommanderHolds() {
    var incident =
        room.declared(
            new Declaration(
                "Routers answer 503",
                IncidentSeverity.SEV1,
                null,
                List.of(),
                List.of(),
                false,
                null,
                Map.of()));
    assertThat(room.alerts.raised).hasSize(1);
    assertThat(room.alerts.raised.getFirst().policySlug()).isEqualTo("commander-ladder");
    assertThat(room.alerts.raised.getFirst().viewPath()).isEqualTo(incident.path());

    desk.accept(room.as("ana"), incident.id(), room.now());
    assertThat(room.alerts.resolvedKeys).isEmpty();
    assertThat(room.the(IncidentCommanders.class).commanderOf(incident.id())).isEmpty();

    desk.accept(room.as("dee"), incident.id(), room.now());
    assertThat(room.alerts.resolvedKeys).hasSize(1);
    assertThat(room.the(IncidentCommanders.class).commanderOf(incident.id()))
        .contains(room.person("dee").id());
  }

  @Test
  void anActingCommanderOfASevereIncidentStartsTheLadder() {
    var incident = room.declared(IncidentSeverity.SEV2);

    desk.accept(room.as("ana"), incident.id(), room.now());

    assertThat(room.alerts.raised).hasSize(1);
  }

  @Test
  void tenuresTouchToTheMicrosecondInTheDatabase() {
    var incident = room.declared(IncidentSeverity.SEV3);
    desk.accept(room.as("dee"), incident.id(), room.now());
    room.clock.set(TestRoom.START.plusNanos(61_123_456_789L));
    var offer =
        desk.offer(room.as("dee"), incident.id(), room.person("ana").id(), null, room.now());
    room.clock.set(TestRoom.START.plusNanos(62_123_456_999L));

    desk.acceptOffer(room.as("ana"), incident.id(), offer.id(), room.now());

    var gaps =
        room.database
            .jdbc()
            .sql(
                """
                select count(*) from incidents.tenure a
                join incidents.tenure b on b.held_from = a.held_until
                where a.person <> b.person and a.incident_id = :incident
                  and b.incident_id = :incident
                """)
            .param("incident", incident.id().value())
            .query(Integer.class)
            .single();
    assertThat(gaps).isEqualTo(1);
  }

  @Test
  void theDatabaseItselfRefusesASecondCommander() {
    var incident = room.declared(IncidentSeverity.SEV3);
    desk.accept(room.as("dee"), incident.id(), room.now());

    assertThatThrownBy(() -> insertTenure(incident, null))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> insertTenure(incident, "2026-03-01T10:30:00Z"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void insertTenure(Incident incident, @org.jspecify.annotations.Nullable String until) {
    room.database
        .jdbc()
        .sql(
            """
            insert into incidents.tenure (id, incident_id, person, held_from, held_until, how)
            values (:id, :incident, :person, :from, :until::timestamptz, 'ACCEPTED')
            """)
        .param("id", UUID.randomUUID())
        .param("incident", incident.id().value())
        .param("person", UUID.randomUUID())
        .param("from", Timestamps.of(TestRoom.START.plusSeconds(5)))
        .param("until", until)
        .update();
  }

  @Test
  void anOfferChangesNothingUntilAcceptedAndExpiresWithARow() {
    var incident = room.declared(IncidentSeverity.SEV3);
    desk.accept(room.as("dee"), incident.id(), room.now());
    var offer =
        desk.offer(room.as("dee"), incident.id(), room.person("ana").id(), "bed", room.now());
    assertThat(offer.brief()).contains("INC-").contains("Commander: dee");

    room.clock.advance(Duration.ofMinutes(10));
    room.the(OfferWorker.class).tick();
    room.the(OfferWorker.class).tick();

    assertThat(desk.of(incident.id()).holder()).contains(room.person("dee").id());
    assertThat(texts(incident)).filteredOn(text -> text.contains("expired")).hasSize(1);
    refuses(
        409,
        "offer-closed",
        () -> desk.acceptOffer(room.as("ana"), incident.id(), offer.id(), room.now()));
  }

  @Test
  void onlyThePersonOfferedAnswersAndOnlyTheHolderOffers() {
    var incident = room.declared(IncidentSeverity.SEV3);
    desk.accept(room.as("dee"), incident.id(), room.now());
    var to = room.person("ana").id();

    refuses(
        409,
        "not-in-command",
        () -> desk.offer(room.as("eva"), incident.id(), to, null, room.now()));
    var offer = desk.offer(room.as("dee"), incident.id(), to, null, room.now());
    refuses(
        409,
        "offer-pending",
        () -> desk.offer(room.as("dee"), incident.id(), to, null, room.now()));
    refuses(
        403,
        "forbidden",
        () -> desk.acceptOffer(room.as("bo"), incident.id(), offer.id(), room.now()));
    refuses(
        403,
        "forbidden",
        () -> desk.withdrawOffer(room.as("bo"), incident.id(), offer.id(), room.now()));
    desk.refuseOffer(room.as("ana"), incident.id(), offer.id(), "asleep", room.now());
    refuses(
        409,
        "offer-closed",
        () -> desk.withdrawOffer(room.as("dee"), incident.id(), offer.id(), room.now()));

    assertThat(desk.of(incident.id()).holder()).contains(room.person("dee").id());
  }

  @Test
  void whoMayNotRespondMayNotCommand() {
    var incident = room.declared(IncidentSeverity.SEV3);

    refuses(403, "forbidden", () -> desk.accept(room.as("vic"), incident.id(), room.now()));
  }

  private static void refuses(int status, String code, Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  private List<String> texts(Incident incident) {
    return room.the(Timeline.class).rows(incident.id(), TimelineQuery.all()).stream()
        .filter(row -> row.source() == RowSource.ROLE)
        .map(Row::text)
        .toList();
  }
}
