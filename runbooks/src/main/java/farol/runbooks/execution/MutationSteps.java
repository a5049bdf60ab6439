package farol.runbooks.execution;

import farol.runbooks.execution.PlannedStep.Level;
import farol.runbooks.execution.RunStep.State;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformRefused;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Does a mutation: writes the intent, sends once, and decides by reading whether it happened. It
 * never sends a second time unless two reads, some seconds apart, say that nothing happened.
 */
@Component
class MutationSteps {
  /** After this a request that left can no longer arrive. */
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(16);

  /** Between the two reads that decide about a lost answer. */
  static final Duration BETWEEN_READS = Duration.ofSeconds(3);

  /** From the commit of an intent to its first byte. */
  static final Duration INTENT_FRESH = Duration.ofSeconds(2);

  /** How long a verified change waits for its dynos to come up. */
  static final Duration DYNOS_PATIENCE = Duration.ofSeconds(15);

  static final int ATTEMPTS_MAX = 5;

  private static final String EVIDENCE = "evidence";
  private static final String HAPPENED = "happened";
  private static final String NOT_HAPPENED = "did-not-happen";

  private final Platform platform;
  private final Ledger ledger;

  MutationSteps(Platform platform, Ledger ledger) {
    this.platform = platform;
    this.ledger = ledger;
  }

  /** Brings the step as far as it gets now. */
  Outcome look(Run run, RunStep step) {
    try {
      return switch (step.status()) {
        case PENDING, WAITING -> begin(run, step);
        case INTENT, SENT -> decide(run, step);
        case OBSERVED -> verify(step);
        case UNKNOWN -> new Outcome.Undecidable(step.detail(), step.result());
        case FAILED -> new Outcome.Parked(step.detail());
        case VERIFIED, SKIPPED, UNDONE ->
            throw new IllegalStateException("The step is behind us: " + step.id());
      };
    } catch (PlatformUnavailable away) {
      return new Outcome.Away(String.valueOf(away.getMessage()), step);
    } catch (PlatformRefused refused) {
      return new Outcome.Failed(String.valueOf(refused.getMessage()), Map.of());
    }
  }

  private Outcome begin(Run run, RunStep step) throws PlatformUnavailable {
    var planned = step.resolved();
    if (planned.noChange()) {
      return new Outcome.Done(State.SKIPPED, "no change: it already was so", Map.of());
    }
    if (step.attempts() >= ATTEMPTS_MAX) {
      return new Outcome.Failed("%d attempts had no effect".formatted(step.attempts()), Map.of());
    }
    var present = present(planned);
    if (!Scaling.stands(planned.beforeLevels(), present)) {
      return new Outcome.Parked(
          "%s is %s, the plan expected %s: somebody changed it"
              .formatted(
                  planned.target(), Scaling.words(present), Scaling.words(planned.beforeLevels())));
    }
    return send(run, step, present);
  }

  private Outcome send(Run run, RunStep step, Map<String, Level> present)
      throws PlatformUnavailable {
    var planned = step.resolved();
    var payload = PlanHash.ofPayload(planned.calls());
    var from = System.nanoTime();
    var intended = ledger.intent(run, step, payload, Map.of("before", present));
    if (System.nanoTime() - from > INTENT_FRESH.toNanos()) {
      return new Outcome.Away("the journal was too slow to write", again(run, intended));
    }
    try {
      var requestId = platform.scale(app(planned), quantities(planned), sizes(planned));
      var sent =
          ledger.move(
              run,
              intended.to(State.SENT, "answered", ledger.now()).answeredBy(requestId),
              "SENT",
              requestId,
              Map.of());
      return decide(run, sent.with(Map.of("answered", true)));
    } catch (PlatformRefused refused) {
      return new Outcome.Failed(String.valueOf(refused.getMessage()), Map.of());
    } catch (PlatformUnavailable lost) {
      var why = String.valueOf(lost.getMessage());
      if (lost.notSent()) {
        return new Outcome.Away(why, again(run, intended));
      }
      var sent =
          intended
              .to(State.SENT, "no answer: %s".formatted(why), ledger.now())
              .with(Map.of("lost", why));
      return decide(run, ledger.move(run, sent, "SENT", null, Map.of("lost", why)));
    }
  }

  /** Back to the start, because the request certainly had no effect. */
  private RunStep again(Run run, RunStep step) {
    return ledger.move(run, step.reset(), "PENDING", null, Map.of("notSent", true));
  }

  /** Reads whether a request whose fate is open happened. */
  private Outcome decide(Run run, RunStep step) throws PlatformUnavailable {
    var now = ledger.now();
    var intent = step.intentAt();
    var fateKnown = step.result().containsKey("lost") || step.result().containsKey("answered");
    if (!fateKnown && intent != null && now.isBefore(intent.plus(REQUEST_TIMEOUT))) {
      return new Outcome.Later(intent.plus(REQUEST_TIMEOUT), step);
    }
    var reads = new ArrayList<>(reads(step));
    if (!reads.isEmpty() && now.isBefore(at(reads.getLast()).plus(BETWEEN_READS))) {
      return new Outcome.Later(at(reads.getLast()).plus(BETWEEN_READS), step);
    }
    reads.add(read(step.resolved(), now));
    if (step.result().containsKey("answered") && verdict(reads.getLast()).equals(HAPPENED)) {
      return observed(run, step, reads);
    }
    if (reads.size() < 2) {
      var result = new HashMap<>(step.result());
      result.remove("answered");
      result.putIfAbsent("lost", step.detail());
      result.put(EVIDENCE, reads);
      return new Outcome.Later(now.plus(BETWEEN_READS), step.with(result));
    }
    return decided(run, step, reads);
  }

  private Outcome decided(Run run, RunStep step, List<Map<String, Object>> reads)
      throws PlatformUnavailable {
    var first = verdict(reads.get(reads.size() - 2));
    var second = verdict(reads.getLast());
    if (first.equals(HAPPENED) && second.equals(HAPPENED)) {
      return observed(run, step, reads);
    }
    if (first.equals(NOT_HAPPENED) && second.equals(NOT_HAPPENED)) {
      var again = step.reset();
      ledger.move(run, again, "PENDING", null, Map.of(EVIDENCE, reads));
      return begin(run, again);
    }
    return new Outcome.Undecidable(
        "nobody can tell whether it happened: %s".formatted(reads.getLast().get("present")),
        Map.of(EVIDENCE, reads));
  }

  private Outcome observed(Run run, RunStep step, List<Map<String, Object>> reads)
      throws PlatformUnavailable {
    var observed =
        step.to(State.OBSERVED, Scaling.words(step.resolved().afterLevels()), ledger.now())
            .with(Map.of(EVIDENCE, reads));
    return verify(ledger.move(run, observed, "OBSERVED", null, Map.of(EVIDENCE, reads)));
  }

  private Outcome verify(RunStep step) throws PlatformUnavailable {
    var planned = step.resolved();
    var present = present(planned);
    if (!Scaling.stands(planned.afterLevels(), present)) {
      return new Outcome.Failed(
          "%s is %s now: somebody changed it after us"
              .formatted(planned.target(), Scaling.words(present)),
          step.result());
    }
    var dynos = dynos(planned);
    var intent = step.intentAt();
    var now = ledger.now();
    if (!dynos.all() && intent != null && now.isBefore(intent.plus(DYNOS_PATIENCE))) {
      var waiting = step.to(State.OBSERVED, dynos.words() + ", waiting for them", now);
      return new Outcome.Later(now.plusSeconds(1), waiting);
    }
    var result = new HashMap<>(step.result());
    result.put("present", present);
    result.put("dynos", dynos.words());
    return Outcome.Done.verified(
        "%s; %s".formatted(Scaling.words(planned.afterLevels()), dynos.words()), result);
  }

  /** How many of the wanted dynos are up. */
  private record Up(int up, int wanted) {
    boolean all() {
      return up >= wanted;
    }

    String words() {
      return wanted == 0 ? "no dynos" : "%d of %d dynos up".formatted(up, wanted);
    }
  }

  private Up dynos(PlannedStep planned) throws PlatformUnavailable {
    var up = new TreeMap<String, Integer>();
    for (var dyno : platform.dynos(app(planned))) {
      if (dyno.state().equals("up")) {
        up.merge(dyno.type(), 1, Integer::sum);
      }
    }
    var ready = 0;
    var wanted = 0;
    for (var level : planned.afterLevels().entrySet()) {
      wanted += level.getValue().quantity();
      ready += Math.min(level.getValue().quantity(), up.getOrDefault(level.getKey(), 0));
    }
    return new Up(ready, wanted);
  }

  private Map<String, Object> read(PlannedStep planned, Instant now) throws PlatformUnavailable {
    var present = present(planned);
    var verdict =
        Scaling.stands(planned.afterLevels(), present)
            ? HAPPENED
            : Scaling.stands(planned.beforeLevels(), present) ? NOT_HAPPENED : "undecidable";
    var read = new LinkedHashMap<String, Object>();
    read.put("at", now.toString());
    read.put("verdict", verdict);
    read.put("present", Scaling.words(present));
    return read;
  }

  private Map<String, Level> present(PlannedStep planned) throws PlatformUnavailable {
    var all = PlatformView.levels(platform, app(planned));
    var present = new TreeMap<String, Level>();
    for (var type : planned.afterLevels().keySet()) {
      var level = all.get(type);
      if (level != null) {
        present.put(type, level);
      }
    }
    return present;
  }

  @SuppressWarnings("unchecked") // Written by read() and stored as JSON.
  private static List<Map<String, Object>> reads(RunStep step) {
    return step.result().get(EVIDENCE) instanceof List<?> reads
        ? (List<Map<String, Object>>) reads
        : List.of();
  }

  private static Instant at(Map<String, Object> read) {
    return Instant.parse(String.valueOf(read.get("at")));
  }

  private static String verdict(Map<String, Object> read) {
    return String.valueOf(read.get("verdict"));
  }

  private static String app(PlannedStep planned) {
    return String.valueOf(planned.target());
  }

  private static Map<String, Integer> quantities(PlannedStep planned) {
    var quantities = new TreeMap<String, Integer>();
    planned.afterLevels().forEach((type, level) -> quantities.put(type, level.quantity()));
    return quantities;
  }

  private static Map<String, String> sizes(PlannedStep planned) {
    var sizes = new TreeMap<String, String>();
    planned
        .afterLevels()
        .forEach(
            (type, level) -> {
              if (Scaling.resized(planned.beforeLevels(), type, level)) {
                sizes.put(type, level.size());
              }
            });
    return sizes;
  }
}
