package farol.runbooks.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.door.Refusal;
import farol.runbooks.execution.Run.Status;
import farol.runbooks.execution.RunStep.State;
import farol.runbooks.library.Examples;
import farol.runbooks.paas.FakeHeroku.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final Map<String, String> IPE = Map.of("app", "ipe");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path disk;
  private House house;

  @BeforeEach
  void build() {
    house = new House(disk);
    house.heroku.app("ipe", 1, 0);
    house.write(Examples.scaleOnly("max_per_hour: 50"), "scale/web.md");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void runsAScaleAndVerifiesIt() {
    var run = house.approvedRun("scale-web", IPE);

    var ended = house.drive(house.node(), run.id(), MINUTE);

    assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(house.heroku.quantity("ipe", "web")).isEqualTo(3);
    assertThat(house.heroku.quantity("ipe", "worker")).isEqualTo(2);
    assertThat(house.heroku.effects()).isEqualTo(1);
    assertThat(house.states(run.id(), "scale"))
        .containsExactly("INTENT", "SENT", "OBSERVED", "VERIFIED");
    assertThat(ended.steps().getFirst().requestIds()).containsExactly("request-1");
    assertThat(house.events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "PlanAwaitsApproval", "PlanApproved", "RunStarted", "StepVerified", "RunEnded");
    assertThat(house.runs.locks(run.id())).isEmpty();
  }

  @Test
  void observesALostAnswerAndSendsNoSecondTime() {
    var run = house.approvedRun("scale-web", IPE);
    house.heroku.next(Fault.LOST_RESPONSE);

    var ended = house.drive(house.node(), run.id(), MINUTE);

    assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(house.heroku.effects()).isEqualTo(1);
    assertThat(ended.steps().getFirst().attempts()).isEqualTo(1);
    assertThat(house.states(run.id(), "scale"))
        .containsExactly("INTENT", "SENT", "OBSERVED", "VERIFIED");
  }

  @Test
  void sendsAgainWhatTwoReadsSayDidNotHappen() {
    var run = house.approvedRun("scale-web", IPE);
    house.heroku.next(Fault.DROP_REQUEST, Fault.UNAVAILABLE);

    var ended = house.drive(house.node(), run.id(), MINUTE);

    assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(house.heroku.effects()).isEqualTo(1);
    assertThat(ended.steps().getFirst().attempts()).isEqualTo(3);
  }

  @Test
  void asksAPersonWhenNobodyCanTell() {
    var run = house.approvedRun("scale-web", IPE);
    house.heroku.next(Fault.LOST_AND_CHANGED_BY_ANOTHER);

    var open = house.drive(house.node(), run.id(), MINUTE);

    assertThat(open.status()).isEqualTo(Status.NEEDS_DECISION);
    assertThat(open.steps().getFirst().status()).isEqualTo(State.UNKNOWN);
    assertThat(house.runs.locks(run.id())).containsExactly("app:ipe");
    assertRefused(409, "needs-decision", () -> house.runs.stop(House.as(house.ana), run.id(), ""));

    house.heroku.set("ipe", "web", 3);
    house.runs.decide(House.as(house.ana), run.id(), "scale", "happened", "seen in the CLI");
    assertThat(house.drive(house.node(), run.id(), MINUTE).status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void pausesWhileThePlatformIsAwayAndGoesOnByItself() {
    var run = house.approvedRun("scale-web", IPE);
    house.heroku.goAway();
    var worker = house.node();

    worker.tick();

    var paused = house.runs.get(run.id());
    assertThat(paused.status()).isEqualTo(Status.PAUSED);
    assertThat(paused.detail()).contains("The platform is away", "goes on by itself");
    assertThatThrownBy(() -> house.plan("scale-web", IPE))
        .isInstanceOfSatisfying(Refusal.class, away -> assertThat(away.status()).isEqualTo(503));

    house.heroku.comeBack();
    var ended = house.drive(house.node(house.heroku.platform()), run.id(), MINUTE);
    assertThat(ended.status()).as(ended.detail()).isEqualTo(Status.SUCCEEDED);
    assertThat(house.heroku.effects()).isEqualTo(1);
  }

  @Test
  void takesOverFromANodeThatDiedAfterItsIntent() {
    var run = house.approvedRun("scale-web", IPE);
    var dying = house.node(new DyingPlatform(house.platform));
    assertThatThrownBy(dying::tick).isInstanceOf(DyingPlatform.Killed.class);
    assertThat(house.states(run.id(), "scale")).containsExactly("INTENT");

    var other = house.node();
    other.tick();
    assertThat(house.states(run.id(), "scale")).containsExactly("INTENT");
    house.clock.advance(Duration.ofSeconds(61));
    var ended = house.drive(other, run.id(), MINUTE);

    assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(ended.token()).isEqualTo(2);
    assertThat(house.heroku.effects()).isEqualTo(1);
  }

  @Test
  void shutsOutANodeWhoseLeaseIsOver() {
    var run = house.approvedRun("scale-web", IPE);
    var node = new Node();
    house.store.claimDue(node.boot(), House.NOON, Duration.ofSeconds(60), 1);
    var asleep = house.runs.get(run.id());
    house.clock.advance(Duration.ofSeconds(61));
    house.node().tick();

    var ledger = new Ledger(house.store, node, house.facts, house.clock, house.transactions);
    assertThatThrownBy(() -> ledger.intent(asleep, asleep.steps().getFirst(), "sha256:x", Map.of()))
        .isInstanceOf(Halted.class);
    assertThat(house.heroku.effects()).isEqualTo(1);
  }

  @Test
  void refusesTheRequesterAndAProxyAsApprover() {
    var plan = house.plan("scale-web", IPE);

    assertRefused(403, "requester", () -> decide(House.as(house.ana), plan));
    var proxy = new Actor(house.bo, Actor.Via.TOKEN, house.admin, "test");
    assertRefused(403, "forbidden", () -> decide(proxy, plan));
    assertRefused(
        409,
        "approval-required",
        () -> house.runs.start(House.as(house.ana), plan.id(), plan.hash()));
    assertRefused(
        409,
        "other-hash",
        () -> house.plans.decide(House.as(house.bo), plan.id(), "sha256:0", "approve", ""));
    assertThat(house.plans.get(plan.id()).approvals()).isEmpty();

    decide(House.as(house.bo), plan);
    assertThat(house.plans.get(plan.id()).status(House.NOON)).isEqualTo("READY");
    assertThat(house.runs.start(House.as(house.ana), plan.id(), plan.hash()).created()).isTrue();
  }

  private void decide(Actor actor, Plan plan) {
    house.plans.decide(actor, plan.id(), plan.hash(), "approve", "");
  }

  @Test
  void endsAPlanByOneRejectionAndLetsAWordBeRecalled() {
    var plan = house.plan("scale-web", IPE);
    house.plans.decide(House.as(house.bo), plan.id(), plan.hash(), "reject", "not now");

    assertRefused(
        409, "plan-blocked", () -> house.runs.start(House.as(house.ana), plan.id(), plan.hash()));
    house.plans.recall(House.as(house.bo), plan.id());
    decide(House.as(house.eva), plan);
    assertThat(house.runs.start(House.as(house.ana), plan.id(), plan.hash()).created()).isTrue();
  }

  @Test
  void letsAnApprovalAndAPlanExpire() {
    var plan = house.plan("scale-web", IPE);
    decide(House.as(house.bo), plan);
    house.clock.advance(Duration.ofMinutes(30));

    assertRefused(410, "gone", () -> house.runs.start(House.as(house.ana), plan.id(), plan.hash()));
    assertRefused(410, "gone", () -> decide(House.as(house.eva), plan));
  }

  @Test
  void makesOneRunOfTwoStartsAtOnce() throws Exception {
    var plan = house.plan("scale-web", IPE);
    decide(House.as(house.bo), plan);
    Callable<Runs.Started> start =
        () -> house.runs.start(House.as(house.ana), plan.id(), plan.hash());

    List<Runs.Started> started;
    try (var pool = Executors.newFixedThreadPool(2)) {
      var answers = pool.invokeAll(List.of(start, start));
      started = List.of(answers.getFirst().get(), answers.getLast().get());
    }

    assertThat(started)
        .extracting(answer -> answer.run().id())
        .hasSize(2)
        .containsOnly(started.getFirst().run().id());
    assertThat(started).extracting(Runs.Started::created).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void refusesAPlanWhoseGroundMoved() {
    var plan = house.plan("scale-web", IPE);
    decide(House.as(house.bo), plan);
    house.heroku.set("ipe", "web", 2);

    assertThatThrownBy(() -> house.runs.start(House.as(house.ana), plan.id(), plan.hash()))
        .isInstanceOfSatisfying(
            Refusal.class,
            drifted -> {
              assertThat(drifted.code()).isEqualTo("plan-drifted");
              assertThat(drifted.extra().get("moved"))
                  .isEqualTo(
                      List.of(new PlannedStep.Change("/apps/ipe/formation/web/quantity", 1, 2)));
            });
    assertThat(house.plans.get(plan.id()).status(House.NOON)).isEqualTo("SUPERSEDED");
  }

  @Test
  void parksWhenSomebodyChangesTheAppAfterTheStart() {
    var run = house.approvedRun("scale-web", IPE);
    house.heroku.set("ipe", "web", 9);

    var parked = house.drive(house.node(), run.id(), MINUTE);

    assertThat(parked.status()).isEqualTo(Status.PAUSED);
    assertThat(parked.detail()).contains("web 9", "expected web 1");
    assertThat(house.heroku.effects()).isZero();
  }

  @Test
  void holdsOneRunPerApp() {
    house.approvedRun("scale-web", IPE);

    assertRefused(
        409, "locked", () -> house.approvedRun("scale-web", Map.of("app", "ipe", "size", "web=2")));
  }

  @Test
  void undoesFromTheCapturedState() {
    var run = house.approvedRun("scale-web", IPE);
    house.drive(house.node(), run.id(), MINUTE);

    house.runs.undo(House.as(house.ana), run.id());
    var undone = house.drive(house.node(), run.id(), MINUTE);

    assertThat(undone.status()).isEqualTo(Status.UNDONE);
    assertThat(undone.step("scale")).map(RunStep::status).contains(State.UNDONE);
    assertThat(undone.step("undo:scale")).map(RunStep::status).contains(State.VERIFIED);
    assertThat(house.heroku.quantity("ipe", "web")).isEqualTo(1);
    assertThat(house.heroku.quantity("ipe", "worker")).isZero();
    assertThat(house.events.getLast()).isInstanceOf(RunUndone.class);
  }

  @Test
  void makesAnUndoThatDriftedAPlanOfItsOwn() {
    var run = house.approvedRun("scale-web", IPE);
    house.drive(house.node(), run.id(), MINUTE);
    house.heroku.set("ipe", "web", 5);

    assertRefused(409, "undo-drifted", () -> house.runs.undo(House.as(house.ana), run.id()));
    var plan = house.plans.list("READY", House.as(house.bo), 10).getFirst();
    assertThat(plan.resolved().steps().getFirst().diff())
        .contains(new PlannedStep.Change("/apps/ipe/formation/web/quantity", 5, 1));
    decide(House.as(house.bo), plan);
    var undo = house.runs.start(House.as(house.ana), plan.id(), plan.hash()).run();
    house.drive(house.node(), undo.id(), MINUTE);

    assertThat(house.heroku.quantity("ipe", "web")).isEqualTo(1);
    assertThat(house.runs.get(run.id()).status()).isEqualTo(Status.UNDONE);
  }

  @Test
  void stopsBeforeTheNextStepAndLeavesUndoOpen() {
    var run = house.approvedRun("scale-web", IPE);
    var stopped = house.runs.stop(House.as(house.ana), run.id(), "wrong app");
    house.node().tick();

    assertThat(stopped.status()).isEqualTo(Status.STOPPED);
    assertThat(house.heroku.effects()).isZero();
    assertThat(house.runs.get(run.id()).undoOffer(House.NOON).available()).isFalse();
    assertThat(house.runs.locks(run.id())).isEmpty();
  }

  @Test
  void waitsForASignOffBetweenItsSteps() {
    house.write(Examples.SCALE_WEB.replace("```http", "```text"), "scale/spike.md");
    var incident = IncidentId.random();
    var plan =
        house.plans.create(
            House.as(house.ana),
            new Plans.Request("scale-web-for-spike", IPE, null, incident, null, ""));
    decide(House.as(house.bo), plan);
    var run = house.runs.start(House.as(house.ana), plan.id(), plan.hash()).run();
    var worker = house.node();
    worker.tick();

    assertThat(house.runs.get(run.id()).status()).isEqualTo(Status.WAITING);
    assertRefused(
        403,
        "forbidden",
        () -> house.runs.signOff(House.as(house.ana), run.id(), "comms", "ok", ""));
    assertRefused(
        422, "invalid", () -> house.runs.signOff(House.as(house.eva), run.id(), "comms", "", ""));
    house.runs.signOff(House.as(house.eva), run.id(), "comms", "posted", "");

    var ended = house.drive(worker, run.id(), MINUTE);
    assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(ended.step("p99")).map(RunStep::detail).contains("0.2000");
    assertThat(house.runs.of(incident))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.finished()).isTrue();
              assertThat(line.undoAvailable()).isTrue();
            });
  }

  @Test
  void pausesOnAFailedCheckAndResumesAtIt() {
    house.write(
        Examples.withBlock(
            """
            ```heroku {id=scale}
            $ heroku ps:scale web=3 --app ${{ params.app }}
            ```
            ```promql {id=calm check expect="< 0.5" within=10s every=2s}
            errors
            ```
            """),
        "one.md");
    house.metrics.values = List.of(0.9);
    var run = house.approvedRun("one-block", IPE);
    var worker = house.node();

    var paused = house.drive(worker, run.id(), MINUTE);
    assertThat(paused.status()).isEqualTo(Status.PAUSED);
    assertThat(paused.detail()).contains("calm", "0.9000", "expected < 0.5");

    house.metrics.values = List.of(0.1);
    house.runs.resume(House.as(house.ana), run.id());
    assertThat(house.drive(worker, run.id(), MINUTE).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(house.heroku.effects()).isEqualTo(1);
  }

  @Test
  void neverPassesACheckWithoutData() {
    house.write(
        Examples.withBlock(
            """
            ```promql {id=calm check expect="< 0.5" on-fail=abort}
            errors{app="${{ params.app }}"}
            ```
            """),
        "one.md");
    house.metrics.values = List.of();
    var plan = house.plan("one-block", IPE);
    assertThat(plan.resolved().approvals().required()).isZero();

    var run = house.runs.start(House.as(house.ana), plan.id(), plan.hash()).run();
    assertThat(house.drive(house.node(), run.id(), MINUTE).status()).isEqualTo(Status.FAILED);
  }

  private static void assertRefused(int status, String code, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(status);
              assertThat(refusal.code()).isEqualTo(code);
            });
  }
}
