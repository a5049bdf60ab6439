package farol.checklists.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.alerting.catalog.Actor;
import farol.alerting.door.Refusal;
import farol.checklists.Room;
import farol.checklists.checklist.Checklists;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceLog.Push;
import farol.checklists.gate.CheckState;
import farol.checklists.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceLogTest {
  private static final String STATEMENT = "Asked the security team on Monday, they start tomorrow";
  private final Room room = new Room("");
  private final EvidenceLog log = room.get(EvidenceLog.class);

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void theTenChecksAreInstalledInTheirOrder() {
    var shipped = room.get(Checklists.class).newest("production-readiness").orElseThrow();

    assertThat(shipped.version().version()).isEqualTo(1);
    assertThat(shipped.version().sha256()).matches("[0-9a-f]{64}");
    assertThat(shipped.version().document().grace().length()).isEqualTo(Duration.ofDays(14));
    assertThat(shipped.version().document().checks().stream().map(check -> check.id()))
        .containsExactly(
            "ops-docs",
            "staging-parity",
            "security-audit",
            "alerts-a-human",
            "simulated-failures",
            "structured-logging",
            "enforces-ssl",
            "creds-rotation",
            "launch-email",
            "production-board");
  }

  @Test
  void aPushedPassHoldsUntilItsTtlEnds() {
    var pushed = log.push(admin(), room.caminho.checkout, push("enforces-ssl", Result.PASS));

    assertThat(pushed.kind()).isEqualTo(Kind.PUSHED);
    assertThat(pushed.sha256()).matches("[0-9a-f]{64}");
    assertThat(stateOf("enforces-ssl")).isEqualTo(CheckState.PASSING);
    room.clock.advance(Duration.ofHours(24));
    assertThat(stateOf("enforces-ssl")).isEqualTo(CheckState.STALE);
    assertThat(room.audited).containsExactly("evidence.pushed by admin");
  }

  @Test
  void anAttestationHoldsUntilItIsWithdrawn() {
    var given =
        log.attest(bo(), room.caminho.checkout, "security-audit", STATEMENT, "https://tickets/7");

    assertThat(stateOf("security-audit")).isEqualTo(CheckState.PASSING);
    log.withdraw(bo(), given.id());
    assertThat(stateOf("security-audit")).isEqualTo(CheckState.MISSING);
    assertThat(log.history(room.caminho.checkout, "security-audit", 10)).hasSize(1);
    refused(409, "already-withdrawn", () -> log.withdraw(bo(), given.id()));
  }

  @Test
  void theSameWordsHaveTheSameFingerprint() {
    var one = log.push(admin(), room.caminho.checkout, push("ops-docs", Result.PASS));
    var other = log.push(admin(), room.caminho.checkout, push("ops-docs", Result.PASS));
    var third = log.push(admin(), room.caminho.checkout, push("ops-docs", Result.FAIL));

    assertThat(one.sha256()).isEqualTo(other.sha256()).isNotEqualTo(third.sha256());
  }

  @Test
  void anEvidenceTokenPushes() {
    var token = new Actor(room.caminho.ana, Actor.Via.EVIDENCE, null, "ci");

    log.push(token, room.caminho.checkout, push("ops-docs", Result.PASS));

    assertThat(stateOf("ops-docs")).isEqualTo(CheckState.PASSING);
    assertThat(room.audited).containsExactly("evidence.pushed by ana");
  }

  @Test
  void attestingIsRefusedWhereItDoesNotBelong() {
    var checkout = room.caminho.checkout;
    refused(422, "not-accepted", () -> log.attest(bo(), checkout, "enforces-ssl", STATEMENT, null));
    refused(422, "unknown-check", () -> log.attest(bo(), checkout, "no-such", STATEMENT, null));
    refused(422, "invalid", () -> log.attest(bo(), checkout, "security-audit", STATEMENT, null));
    refused(422, "invalid", () -> log.attest(bo(), checkout, "creds-rotation", "short", null));
    refused(
        403,
        "role",
        () ->
            log.attest(
                room.caminho.as(room.caminho.ana), checkout, "creds-rotation", STATEMENT, null));
    var proxy = new Actor(room.caminho.bo, Actor.Via.TOKEN, room.caminho.admin, "test");
    refused(
        403,
        "person-required",
        () -> log.attest(proxy, checkout, "creds-rotation", STATEMENT, null));
    assertThat(log.history(checkout, null, 10)).isEmpty();
  }

  @Test
  void pushingIsRefusedWhereItDoesNotBelong() {
    var checkout = room.caminho.checkout;
    refused(403, "forbidden", () -> log.push(bo(), checkout, push("ops-docs", Result.PASS)));
    refused(
        422, "not-accepted", () -> log.push(admin(), checkout, push("launch-email", Result.PASS)));
    refused(422, "unknown-check", () -> log.push(admin(), checkout, push("none", Result.PASS)));
    var big = Map.<String, Object>of("x", "y".repeat(8 * 1024));
    refused(
        422,
        "invalid",
        () ->
            log.push(
                admin(),
                checkout,
                new Push("ops-docs", Result.PASS, "s", "git:1", big, null, null)));
    assertThat(log.history(checkout, null, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T09:01:00.001Z", "2026-03-01T09:00:00Z"})
  void anObservationOfTheFutureOrTooOldIsRefused(String observedAt) {
    var push =
        new Push(
            "enforces-ssl",
            Result.PASS,
            "Looked",
            "git:1",
            Map.of(),
            java.time.Instant.parse(observedAt),
            null);

    refused(422, "invalid", () -> log.push(admin(), room.caminho.checkout, push));
  }

  @Test
  void aConclusiveRecordIsFoundBeneathManyThatAreNot() {
    log.push(admin(), room.caminho.checkout, push("creds-rotation", Result.PASS));
    for (var count = 0; count < 250; count++) {
      room.clock.advance(Duration.ofSeconds(1));
      log.push(admin(), room.caminho.checkout, push("creds-rotation", Result.UNKNOWN));
    }

    assertThat(stateOf("creds-rotation")).isEqualTo(CheckState.PASSING);
    assertThat(log.facts(room.caminho.checkout, List.of("creds-rotation"), room.clock.instant()))
        .hasSize(201);
  }

  private CheckState stateOf(String check) {
    return room.get(Gate.class).verdict(room.caminho.checkout, Stage.PRODUCTION).checks().stream()
        .filter(one -> one.check().id().equals(check))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Push push(String check, Result result) {
    return push(check, result, null);
  }

  private static Push push(String check, Result result, @Nullable Duration ttl) {
    return new Push(
        check, result, "Looked at it", "https://ci.example/42", Map.of("n", 1), null, ttl);
  }

  private Actor admin() {
    return room.caminho.as(room.caminho.admin);
  }

  private Actor bo() {
    return room.caminho.as(room.caminho.bo);
  }

  private static void refused(int status, String code, Runnable command) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(command::run)
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(status);
              assertThat(refusal.code()).isEqualTo(code);
            });
  }
}
