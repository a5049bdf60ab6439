package farol.incidents.retrospective;

import farol.incidents.command.IncidentSeverity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** By when an incident is reviewed: SEV1 in 3 calendar days, SEV2 in 5 business days. Pure. */
final class ReviewDue {
  private static final Duration SEV1 = Duration.ofDays(3);
  private static final int SEV2_BUSINESS_DAYS = 5;

  private ReviewDue() {}

  static Optional<Instant> of(IncidentSeverity severity, Instant resolvedAt) {
    return switch (severity) {
      case SEV1 -> Optional.of(resolvedAt.plus(SEV1));
      case SEV2 -> Optional.of(businessDaysAfter(resolvedAt));
      case SEV3, SEV4, SEV5 -> Optional.empty();
    };
  }

  private static Instant businessDaysAfter(Instant from) {
    var at = from.atZone(ZoneOffset.UTC);
    for (var left = SEV2_BUSINESS_DAYS; left > 0; ) {
      at = at.plusDays(1);
      if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return at.toInstant();
  }
}
