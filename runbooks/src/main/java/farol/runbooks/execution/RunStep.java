package farol.runbooks.execution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run as it stands.
 *
 * @param intentAt when the newest attempt was written down, before its first byte
 * @param deadlineAt until when it may wait
 * @param detail one line for a person
 * @param result what was observed; its members depend on the verb
 */
public record RunStep(
    String id,
    int position,
    State status,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant intentAt,
    @Nullable Instant deadlineAt,
    String detail,
    Map<String, Object> result,
    List<String> requestIds,
    PlannedStep resolved) {
  /** Where the undo steps of a run stand: after all others. */
  static final int UNDO_POSITION = 1_000;

  static final String UNDO_PREFIX = "undo:";

  /** Where a step stands. SKIPPED is never shown as passed. */
  public enum State {
    PENDING,
    INTENT,
    SENT,
    OBSERVED,
    VERIFIED,
    WAITING,
    SKIPPED,
    FAILED,
    UNKNOWN,
    UNDONE;

    boolean inFlight() {
      return this == INTENT || this == SENT;
    }
  }

  public boolean isUndo() {
    return position >= UNDO_POSITION;
  }

  /** Whether the run goes on behind this step. */
  boolean passed() {
    return switch (status) {
      case VERIFIED, SKIPPED, UNDONE -> true;
      case FAILED -> resolved.attribute("on-fail", "pause").equals("continue");
      case PENDING, INTENT, SENT, OBSERVED, WAITING, UNKNOWN -> false;
    };
  }

  /** Whether it changed something that stands. */
  boolean effective() {
    return resolved.mutation()
        && !resolved.noChange()
        && (status == State.VERIFIED || status == State.OBSERVED);
  }

  /** The same step in another state. */
  RunStep to(State state, String why, Instant now) {
    var over =
        state == State.VERIFIED
            || state == State.SKIPPED
            || state == State.FAILED
            || state == State.UNDONE;
    return new RunStep(
        id,
        position,
        state,
        attempts,
        startedAt == null ? now : startedAt,
        over ? now : null,
        intentAt,
        deadlineAt,
        why,
        result,
        requestIds,
        resolved);
  }

  /** A new attempt, written down before its first byte. */
  RunStep intent(Instant now) {
    return new RunStep(
        id,
        position,
        State.INTENT,
        attempts + 1,
        startedAt == null ? now : startedAt,
        null,
        now,
        deadlineAt,
        "",
        Map.of(),
        requestIds,
        resolved);
  }

  RunStep with(Map<String, Object> observed) {
    return new RunStep(
        id,
        position,
        status,
        attempts,
        startedAt,
        endedAt,
        intentAt,
        deadlineAt,
        detail,
        observed,
        requestIds,
        resolved);
  }

  RunStep waitingUntil(Instant deadline) {
    return new RunStep(
        id,
        position,
        status,
        attempts,
        startedAt,
        endedAt,
        intentAt,
        deadline,
        detail,
        result,
        requestIds,
        resolved);
  }

  RunStep answeredBy(@Nullable String requestId) {
    if (requestId == null) {
      return this;
    }
    var ids = new java.util.ArrayList<>(requestIds);
    ids.add(requestId);
    return new RunStep(
        id,
        position,
        status,
        attempts,
        startedAt,
        endedAt,
        intentAt,
        deadlineAt,
        detail,
        result,
        List.copyOf(ids),
        resolved);
  }

  /** As if it had not been tried: what the next attempt starts from. */
  RunStep reset() {
    return new RunStep(
        id,
        position,
        State.PENDING,
        attempts,
        startedAt,
        null,
        null,
        null,
        "",
        Map.of(),
        requestIds,
        resolved);
  }
}
