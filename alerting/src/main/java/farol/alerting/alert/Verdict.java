package farol.alerting.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one item of news does to the alert of its key. */
sealed interface Verdict {
  /** Inside this time after its resolution an alert that fires again is the same alert. */
  Duration REOPEN_WINDOW = Duration.ofMinutes(5);

  /** Opens a new alert. */
  record Open(News.Trigger news) implements Verdict {}

  /** A resolved alert fires again soon after. */
  record Reopen(Alert alert, News.Trigger news) implements Verdict {}

  /** An open alert is told again. */
  record Repeat(Alert alert, News.Trigger news) implements Verdict {}

  record Acknowledged(Alert alert) implements Verdict {}

  record Resolved(Alert alert, Instant endsAt) implements Verdict {}

  /** Nothing changes but that it was told; {@code late} when the alert knows better already. */
  record Nothing(Optional<Alert> alert, boolean late) implements Verdict {}

  /**
   * Decides in the order of the specification: late news loses, repeats count, and nothing but a
   * trigger opens.
   *
   * @param open the alert of this key that is not resolved
   * @param last the alert of this key resolved last
   * @param again whether the same news was accepted moments ago
   */
  static Verdict of(
      News news, Optional<Alert> open, Optional<Alert> last, boolean again, Instant now) {
    return switch (news) {
      case News.Trigger trigger -> ofTrigger(trigger, open, last, again, now);
      case News.Acknowledge _ ->
          open.filter(alert -> alert.state() == AlertState.TRIGGERED)
              .<Verdict>map(Acknowledged::new)
              .orElseGet(() -> new Nothing(open, false));
      case News.Resolve resolve -> ofResolve(resolve, open, now);
    };
  }

  private static Verdict ofTrigger(
      News.Trigger news, Optional<Alert> open, Optional<Alert> last, boolean again, Instant now) {
    if (open.isPresent()) {
      return again ? new Nothing(open, false) : new Repeat(open.get(), news);
    }
    if (last.isEmpty()) {
      return new Open(news);
    }
    var resolved = last.get();
    if (isOldFiring(news, resolved)) {
      return new Nothing(last, true);
    }
    return endedWithin(resolved, now) ? new Reopen(resolved, news) : new Open(news);
  }

  private static Verdict ofResolve(News.Resolve news, Optional<Alert> open, Instant now) {
    if (open.isEmpty()) {
      return new Nothing(open, false);
    }
    var alert = open.get();
    var endsAt = news.senderAt() == null ? now : news.senderAt();
    var startsAt = alert.startsAt();
    if (news.senderAt() != null && startsAt != null && endsAt.isBefore(startsAt)) {
      return new Nothing(open, true);
    }
    return new Resolved(alert, endsAt);
  }

  /** The firing that its sender has resolved already, told once more. */
  private static boolean isOldFiring(News.Trigger news, Alert resolved) {
    var firedAt = news.senderAt();
    var endsAt = resolved.endsAt();
    return firedAt != null
        && endsAt != null
        && resolved.resolution() == Resolution.SENDER
        && firedAt.equals(resolved.startsAt())
        && firedAt.isBefore(endsAt);
  }

  private static boolean endedWithin(Alert resolved, Instant now) {
    var resolvedAt = resolved.resolvedAt();
    return resolvedAt != null && now.isBefore(resolvedAt.plus(REOPEN_WINDOW));
  }
}
