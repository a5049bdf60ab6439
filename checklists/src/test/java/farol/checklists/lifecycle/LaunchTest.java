package farol.checklists.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import farol.alerting.catalog.Actor;
import farol.alerting.door.Refusal;
import farol.checklists.Room;
import farol.checklists.checklist.Shipped;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceLog;
import farol.checklists.evidence.EvidenceLog.Push;
import farol.checklists.evidence.Result;
import farol.checklists.gate.CheckState;
import farol.checklists.gate.Gate;
import farol.checklists.gate.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final String ENGINEERING = "engineering@caminho.example";
  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private Room room = new Room("");

  @BeforeEach
  void start() {
    mail.start();
    room.close();
    room = new Room("smtp://127.0.0.1:" + mail.getSmtp().getPort());
    room.get(LaunchSettings.class)
        .change(admin(), new LaunchSettings.Values(List.of(ENGINEERING), "farol@caminho.example"));
    room.get(StageMoves.class)
        .adopt(admin(), room.caminho.checkout, Stage.BETA, room.clock.instant());
  }

  @AfterEach
  void stop() {
    room.close();
    mail.stop();
  }

  @Test
  void theGateDeniesWithReasonsThenAllowsAndSendsTheMail() throws Exception {
    refused("gate-denied", () -> launch());
    provenButTheLaunch();

    var move = launch();

    assertThat(mail.getReceivedMessages()).hasSize(1);
    var sent = mail.getReceivedMessages()[0];
    assertThat(sent.getMessageID()).isEqualTo(move.messageId());
    assertThat(sent.getSubject()).isEqualTo("[launch] Checkout is moving to production");
    assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(move.state()).isEqualTo(Move.State.DONE);
    var verdict = room.get(Gate.class).verdict(room.caminho.checkout, Stage.PRODUCTION);
    assertThat(verdict.service().stage()).isEqualTo(Stage.PRODUCTION);
    assertThat(verdict.standing()).isEqualTo(Standing.GOOD);
    assertThat(verdict.checks()).allMatch(one -> one.state() == CheckState.PASSING);
    assertThat(room.audited).contains("service.launched by max");
  }

  @Test
  void aRefusedMailLeavesTheServiceWhereItStands() {
    provenButTheLaunch();
    mail.stop();

    refused("launch-email-failed", () -> launch());

    assertThat(room.get(Board.class).of(room.caminho.checkout).stage()).isEqualTo(Stage.BETA);
    mail.start();
  }

  @Test
  void manyLaunchesAtOnceAreOneMoveAndOneMail() throws Exception {
    provenButTheLaunch();

    try (var people = Executors.newFixedThreadPool(8)) {
      Callable<String> one =
          () -> {
            try {
              launch();
              return "launched";
            } catch (Refusal refused) {
              return refused.code();
            }
          };
      var answers =
          people.invokeAll(java.util.Collections.nCopies(20, one)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers).filteredOn("launched"::equals).hasSize(1);
      assertThat(answers).isSubsetOf("launched", "move-in-progress", "already-there");
    }
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aLaunchCutShortIsFinishedWithTheSameMessageId() throws Exception {
    provenButTheLaunch();
    var journal = room.get(LaunchJournal.class);
    var intent = journal.intend(max(), room.caminho.checkout, null, true);
    room.get(LaunchWorker.class).tick();
    assertThat(mail.getReceivedMessages()).isEmpty();

    room.clock.advance(LaunchJournal.LEASE);
    room.get(LaunchWorker.class).tick();
    room.get(LaunchWorker.class).tick();

    assertThat(mail.getReceivedMessages()).hasSize(1);
    var sent = mail.getReceivedMessages()[0];
    assertThat(sent.getMessageID()).isEqualTo(intent.messageId());
    assertThat(sent.getHeader("X-Farol-Attempt")).containsExactly("2");
    assertThat(room.get(Board.class).of(room.caminho.checkout).launchedAt()).isEqualTo(intent.at());
  }

  @Test
  void withoutAListNothingIsLaunched() {
    provenButTheLaunch();
    room.get(LaunchSettings.class)
        .change(admin(), new LaunchSettings.Values(List.of(), "farol@caminho.example"));

    refused("no-mail-transport", () -> launch());
  }

  @Test
  void theBoardKnowsNoOtherWayAround() {
    var moves = room.get(StageMoves.class);
    var checkout = room.caminho.checkout;

    refused("not-a-transition", () -> moves.move(max(), checkout, Stage.SUNSET, null));
    refused("already-there", () -> moves.move(max(), checkout, Stage.BETA, null));
    refused(
        "role",
        () -> moves.move(room.caminho.as(room.caminho.bo), checkout, Stage.PROTOTYPE, null));
    moves.move(max(), checkout, Stage.DEVELOPMENT, null);
    refused("not-a-transition", () -> launch());
  }

  @Test
  void aDegradedServiceStaysInProduction() {
    provenButTheLaunch();
    launch();

    room.clock.advance(Duration.ofHours(24).plus(Duration.ofDays(14)));

    var cards =
        room.get(Board.class).columns(null, null).stream()
            .filter(column -> column.stage() == Stage.PRODUCTION)
            .flatMap(column -> column.cards().stream());
    assertThat(cards).extracting(Board.Card::standing).containsExactly(Standing.DEGRADED);
  }

  private Move launch() {
    return room.get(StageMoves.class).move(max(), room.caminho.checkout, Stage.PRODUCTION, "Ready");
  }

  private void provenButTheLaunch() {
    for (var check : Shipped.version().document().checks()) {
      if (!check.provedByLaunch()) {
        room.get(EvidenceLog.class)
            .push(
                admin(),
                room.caminho.checkout,
                new Push(
                    check.id(),
                    Result.PASS,
                    "Proved",
                    "https://ci.example/1",
                    Map.of(),
                    null,
                    null));
      }
    }
  }

  private Actor admin() {
    return room.caminho.as(room.caminho.admin);
  }

  private Actor max() {
    return room.caminho.as(room.caminho.max);
  }

  private static void refused(String code, Runnable command) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(command::run)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
