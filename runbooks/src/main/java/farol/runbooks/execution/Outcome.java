package farol.runbooks.execution;

import java.time.Instant;
import java.util.Map;

/** What came of one look at a step. */
sealed interface Outcome {
  /** The step is behind us, verified or skipped. */
  record Done(RunStep.State state, String detail, Map<String, Object> result) implements Outcome {
    static Done verified(String detail, Map<String, Object> result) {
      return new Done(RunStep.State.VERIFIED, detail, result);
    }
  }

  /** The step failed; what follows is the author's {@code on-fail}. */
  record Failed(String detail, Map<String, Object> result) implements Outcome {}

  /** Nothing is decided before this instant. */
  record Later(Instant at, RunStep step) implements Outcome {}

  /** The platform is away: the run pauses and goes on by itself when it is back. */
  record Away(String why, RunStep step) implements Outcome {}

  /** A person has to look: the run pauses. */
  record Parked(String why) implements Outcome {}

  /** Nobody can tell whether it happened: a person decides. */
  record Undecidable(String why, Map<String, Object> evidence) implements Outcome {}

  /** A person has to do something and say so. */
  record Asked(RunStep step) implements Outcome {}
}
