package farol.incidents.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which states follow each other by a person's hand, and what stands in the way. Pure. Acceptance
 * of command and the retrospective move an incident too; see {@link CommandDesk} and {@link
 * Reviews}.
 */
public final class Lifecycle {
  /** What is to be decided. */
  public record Move(
      IncidentState from, IncidentState to, IncidentSeverity severity, List<Blocker> blockers) {}

  /** The answer. */
  public sealed interface Verdict {
    record Allowed() implements Verdict {}

    record Blocked(List<Blocker> blockers) implements Verdict {}

    record NotAllowed(IncidentState from, List<IncidentState> allowed) implements Verdict {}
  }

  private Lifecycle() {}

  public static Verdict decide(Move move, Set<String> waived) {
    var allowed = allowed(move.from(), move.severity());
    if (!allowed.contains(move.to())) {
      return new Verdict.NotAllowed(move.from(), allowed);
    }
    if (move.to() != IncidentState.RESOLVED) {
      return new Verdict.Allowed();
    }
    var left =
        move.blockers().stream()
            .filter(blocker -> !(blocker.waivable() && waived.contains(blocker.code())))
            .toList();
    return left.isEmpty() ? new Verdict.Allowed() : new Verdict.Blocked(left);
  }

  /** The states a person may ask for, in the order of a usual life. */
  public static List<IncidentState> allowed(IncidentState from, IncidentSeverity severity) {
    return switch (from) {
      case TRIAGE -> List.of(IncidentState.DECLINED, IncidentState.CANCELLED, IncidentState.MERGED);
      case ACTIVE ->
          List.of(
              IncidentState.MITIGATED,
              IncidentState.RESOLVED,
              IncidentState.CANCELLED,
              IncidentState.MERGED);
      case MITIGATED -> List.of(IncidentState.ACTIVE, IncidentState.RESOLVED, IncidentState.MERGED);
      case RESOLVED -> {
        var next = new ArrayList<>(List.of(IncidentState.ACTIVE));
        if (severity.closesWithoutRetrospective()) {
          next.add(IncidentState.CLOSED);
        }
        yield List.copyOf(next);
      }
      case IN_REVIEW -> List.of(IncidentState.ACTIVE);
      case CLOSED, DECLINED, CANCELLED, MERGED -> List.of();
    };
  }

  /** Whether the move goes back, ends early or skips the review: then a reason is due. */
  public static boolean needsReason(IncidentState to) {
    return switch (to) {
      case ACTIVE, CANCELLED, CLOSED -> true;
      case TRIAGE, MITIGATED, RESOLVED, IN_REVIEW, DECLINED, MERGED -> false;
    };
  }
}
