package farol.runbooks.execution;

/** The run is no longer ours to drive: it was stopped, it ended, or another node has it. */
@SuppressWarnings("serial") // Carried within one process, never serialized.
final class Halted extends RuntimeException {
  Halted(String why) {
    super(why, null, false, false);
  }
}
