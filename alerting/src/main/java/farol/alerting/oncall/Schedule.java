package farol.alerting.oncall;

import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who takes turns when: ranked layers, as one version of a schedule has them. */
record Schedule(ZoneId zone, List<Layer> layers) {
  static final int LAYERS_MAX = 16;

  Schedule {
    if (layers.size() > LAYERS_MAX) {
      throw new IllegalArgumentException("layers are at most %d".formatted(LAYERS_MAX));
    }
    layers = List.copyOf(layers);
  }

  /** Everyone in any slot of any layer, once each. */
  SortedSet<String> people() {
    var people = new TreeSet<String>();
    layers.forEach(layer -> people.addAll(layer.rotation().people()));
    return people;
  }
}
