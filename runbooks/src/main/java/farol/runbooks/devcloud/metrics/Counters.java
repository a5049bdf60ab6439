package farol.runbooks.devcloud.metrics;

import farol.runbooks.devcloud.Setting;
import farol.runbooks.devcloud.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The counters of one app at any instant since its creation: integrals over its steps and the slots
 * of its offer. Past facts never change, so a later instant never reads less.
 */
final class Counters {
  /**
   * Counters show the state this long ago: a change that is committing while they are read falls
   * after everything they have shown.
   */
  static final Duration LAG = Duration.ofSeconds(2);

  /** Hours younger than this are summed afresh, never kept. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private static final int HOUR_SECONDS = 3_600;

  private final Story story;
  private final AppLoad load;
  private final Checkpoints checkpoints;
  private final Instant now;
  private final Map<Instant, Totals> read = new HashMap<>();

  Counters(Story story, AppLoad load, Checkpoints checkpoints, Instant now) {
    this.story = story;
    this.load = load;
    this.checkpoints = checkpoints;
    this.now = now;
  }

  /** What a reader sees at {@code at}; zero before the app exists. */
  Totals shownAt(Instant at) {
    return read.computeIfAbsent(at.minus(LAG), this::totalsAt);
  }

  private Totals totalsAt(Instant at) {
    var created = story.app().createdAt();
    if (!at.isAfter(created)) {
      return Totals.zero();
    }
    var settled = now.minus(LAG).minus(SETTLED);
    var hours = hoursSince(at.isBefore(settled) ? at : settled);
    var totals =
        hours < 0 ? Totals.zero() : checkpoints.at(story.app().id(), hours, this::advance).copy();
    add(totals, hours < 0 ? created : hour(hours), at);
    return totals;
  }

  private Totals advance(Totals before, int hour) {
    var totals = before.copy();
    add(totals, hour == 0 ? story.app().createdAt() : hour(hour - 1), hour(hour));
    return totals;
  }

  /** Full hours are numbered from 0, the first one after the app's creation. */
  private Instant hour(int number) {
    var first = Math.floorDiv(story.app().createdAt().getEpochSecond(), HOUR_SECONDS) + 1;
    return Instant.ofEpochSecond((first + number) * HOUR_SECONDS);
  }

  private int hoursSince(Instant at) {
    var first = Math.floorDiv(story.app().createdAt().getEpochSecond(), HOUR_SECONDS) + 1;
    return (int) (Math.floorDiv(at.getEpochSecond(), HOUR_SECONDS) - first);
  }

  private void add(Totals totals, Instant from, Instant until) {
    var at = from;
    var index = load.indexAt(at);
    while (at.isBefore(until)) {
      var slotEnd = Instant.ofEpochSecond((slot(at) + 1) * Offer.SLOT_SECONDS);
      var end = min(min(load.endOf(index), slotEnd), until);
      var flow = Totals.perSecond(load.step(index), offeredAt(at));
      totals.add(flow, Duration.between(at, end).toNanos() / 1e9);
      at = end;
      while (!load.endOf(index).isAfter(at)) {
        index++;
      }
    }
  }

  double offeredAt(Instant at) {
    var traffic = load.step(load.indexAt(at)).traffic();
    return Offer.perSecond(
        traffic, story.app().region(), story.app().seed(), slot(at), statedAt(at));
  }

  /** When the traffic that holds at an instant was stated. */
  private long statedAt(Instant at) {
    Setting stated = story.settings().getFirst();
    for (var setting : story.settings()) {
      if (!setting.from().isAfter(at) && !setting.traffic().equals(stated.traffic())) {
        stated = setting;
      }
    }
    return stated.from().getEpochSecond();
  }

  private static long slot(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Offer.SLOT_SECONDS);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
