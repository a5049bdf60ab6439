package farol.checklists.evidence;

import farol.alerting.door.Refusal;
import farol.alerting.door.Refusal.FieldError;
import farol.checklists.checklist.Check;
import farol.checklists.evidence.EvidenceLog.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** What a pushed record must be. */
final class Pushes {
  private static final Duration AHEAD_MAX = Duration.ofSeconds(60);

  private Pushes() {}

  static void checked(Check check, Push push, Instant now) {
    var errors = new ArrayList<FieldError>();
    var length = push.summary().strip().length();
    if (length < 1 || length > Evidence.SUMMARY_MAX) {
      errors.add(new FieldError("summary", "has 1 to 300 characters"));
    }
    if (push.source().isBlank() || push.source().length() > Link.MAX) {
      errors.add(new FieldError("source", "is a URL or git reference, required"));
    }
    if (Digest.size(push.observed()) > Evidence.OBSERVED_MAX) {
      errors.add(new FieldError("observed", "is at most 8 KiB as JSON"));
    }
    var ttl = push.ttl();
    if (ttl != null && !ttl.isPositive()) {
      errors.add(new FieldError("ttl", "is longer than nothing"));
    }
    var observedAt = push.observedAt();
    var life = check.evidence().ttl();
    if (observedAt != null && observedAt.isAfter(now.plus(AHEAD_MAX))) {
      errors.add(new FieldError("observedAt", "lies in the future"));
    } else if (observedAt != null
        && life != null
        && !now.isBefore(observedAt.plus(life.length()))) {
      errors.add(new FieldError("observedAt", "is older than " + life.written()));
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }
}
