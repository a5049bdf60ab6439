package farol.alerting.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ranked part of a schedule.
 *
 * @param priority higher wins while it has anybody on call
 * @param from bounds the layer without moving its anchor; null means always
 */
record Layer(
    String name,
    int priority,
    ZoneId zone,
    @Nullable Instant from,
    @Nullable Instant until,
    Rotation rotation,
    List<Restriction> restrictions) {
  static final int NAME_MAX = 100;
  static final int RESTRICTIONS_MAX = 50;

  /** A turn, or what bounds and restrictions leave of it, in one piece. */
  record Piece(Interval time, long turn, List<String> people) {}

  Layer {
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new IllegalArgumentException("name has 1 to %d characters".formatted(NAME_MAX));
    }
    if (restrictions.size() > RESTRICTIONS_MAX) {
      throw new IllegalArgumentException("restrictions are at most %d".formatted(RESTRICTIONS_MAX));
    }
    restrictions = List.copyOf(restrictions);
  }

  /** What this layer says within a stretch of time, in order and without overlap. */
  List<Piece> pieces(Interval within) {
    var pieces = new ArrayList<Piece>();
    var turns = new Turns(rotation, zone);
    for (var open : open(within)) {
      var start = Interval.max(open.start(), turns.start(0));
      for (var turn = turns.at(start); start.isBefore(open.end()); turn = turns.at(start)) {
        var end = Interval.min(turns.start(turn + 1), open.end());
        pieces.add(new Piece(new Interval(start, end), turn, rotation.slot(turn)));
        start = end;
      }
    }
    return pieces;
  }

  /** When the layer counts at all. */
  private List<Interval> open(Interval within) {
    var start = from == null ? within.start() : Interval.max(within.start(), from);
    var end = until == null ? within.end() : Interval.min(within.end(), until);
    return Interval.of(start, end)
        .map(
            bounded ->
                restrictions.isEmpty()
                    ? List.of(bounded)
                    : Restriction.windows(restrictions, zone, bounded))
        .orElse(List.of());
  }
}
