package farol.alerting.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pieces of one layer in a window, read forwards. */
final class LayerLine {
  private final int index;
  private final Layer layer;
  private final List<Layer.Piece> pieces;
  private int next;

  private LayerLine(int index, Layer layer, Interval window) {
    this.index = index;
    this.layer = layer;
    this.pieces = layer.pieces(window);
  }

  /** Lines by priority, then by their place in the schedule. */
  static List<LayerLine> strongestFirst(Schedule schedule, Interval window) {
    var layers = schedule.layers();
    return IntStream.range(0, layers.size())
        .mapToObj(index -> new LayerLine(index, layers.get(index), window))
        .sorted(Comparator.comparingInt((LayerLine line) -> -line.layer.priority()))
        .toList();
  }

  void collectChanges(Set<Instant> changes) {
    for (var piece : pieces) {
      changes.add(piece.time().start());
      changes.add(piece.time().end());
    }
  }

  /** The places of the highest priority that has anybody on call. */
  static List<Place> places(List<LayerLine> strongestFirst, Instant instant) {
    var places = new ArrayList<Place>();
    @Nullable Integer winner = null;
    for (var line : strongestFirst) {
      if (winner != null && line.layer.priority() < winner) {
        break;
      }
      line.addPlaces(instant, places);
      winner = places.isEmpty() ? null : Integer.valueOf(line.layer.priority());
    }
    return places;
  }

  private void addPlaces(Instant instant, List<Place> places) {
    while (next < pieces.size() && !pieces.get(next).time().end().isAfter(instant)) {
      next++;
    }
    if (next < pieces.size() && pieces.get(next).time().contains(instant)) {
      var piece = pieces.get(next);
      for (var person : piece.people()) {
        places.add(Place.ofTurn(person, index, layer.name(), piece.turn()));
      }
    }
  }
}
