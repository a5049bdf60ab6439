package farol.runbooks.execution;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A runbook resolved against the live platform, waiting for agreement. It never changes. */
public record Plan(
    UUID id,
    String hash,
    String storedStatus,
    String title,
    PersonId requester,
    String reason,
    @Nullable IncidentId incident,
    @Nullable String alert,
    @Nullable UUID undoOf,
    Resolved resolved,
    Instant createdAt,
    Instant expiresAt,
    List<Approval> approvals) {
  /** How long a plan may be started. */
  public static final Duration TTL = Duration.ofMinutes(30);

  public Plan {
    approvals = List.copyOf(approvals);
  }

  public String runbook() {
    return resolved.runbook();
  }

  /** READY, BLOCKED, EXPIRED, SUPERSEDED or USED. */
  public String status(Instant now) {
    return storedStatus.equals("READY") && !now.isBefore(expiresAt) ? "EXPIRED" : storedStatus;
  }

  /** What a word is worth at this moment: approved, rejected, recalled or expired. */
  public String state(Approval approval, Instant now) {
    if (approval.recalledAt() != null) {
      return "recalled";
    }
    if (!approval.approves()) {
      return "rejected";
    }
    var until = approval.at().plusSeconds(resolved.approvals().expiresSeconds());
    return now.isBefore(until) ? "approved" : "expired";
  }

  /** The approvals that count. */
  public List<Approval> counted(Instant now) {
    return approvals.stream()
        .filter(approval -> state(approval, now).equals("approved"))
        .filter(approval -> !approval.person().equals(requester))
        .toList();
  }

  public Optional<Approval> rejection() {
    return approvals.stream()
        .filter(approval -> !approval.approves() && approval.recalledAt() == null)
        .findFirst();
  }

  public int approvalsMissing(Instant now) {
    return Math.max(0, resolved.approvals().required() - counted(now).size());
  }
}
