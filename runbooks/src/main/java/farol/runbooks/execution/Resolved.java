package farol.runbooks.execution;

import farol.runbooks.library.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A runbook resolved against the live platform: what the hash of a plan stands for. It holds no
 * time and no person.
 *
 * @param params every parameter with its value
 * @param approvals what has to be agreed before it runs
 * @param findings errors here block the plan; they are not part of the hash
 * @param undoOf the run it takes back, null for an ordinary plan
 */
public record Resolved(
    PlatformRef platform,
    String runbook,
    String commit,
    String blob,
    Map<String, String> params,
    List<PlannedStep> steps,
    BlastRadius blastRadius,
    Quorum approvals,
    List<Finding> findings,
    @Nullable String undoOf) {
  /** The platform it was resolved against. */
  public record PlatformRef(String id, String kind, String url) {}

  /**
   * How many people of which roles agree, and for how long their word stands.
   *
   * @param maxPerHour runs of this runbook on one app in an hour, null for any number
   */
  public record Quorum(
      int required, List<String> from, long expiresSeconds, @Nullable Integer maxPerHour) {}

  boolean blocked() {
    return findings.stream().anyMatch(Finding::isError);
  }

  boolean mutates() {
    return steps.stream().anyMatch(PlannedStep::mutation);
  }

  /** The apps that are changed, each once. */
  List<String> targets() {
    return steps.stream()
        .filter(PlannedStep::mutation)
        .filter(step -> step.target() != null)
        .map(step -> String.valueOf(step.target()))
        .distinct()
        .sorted()
        .toList();
  }
}
