package farol.statuspage.uptime;

import farol.statuspage.component.State;
import farol.statuspage.component.Weights;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Milliseconds by state, and what follows from them. */
public final class Tally {
  private final Map<State, Long> ms = new EnumMap<>(State.class);

  void add(State state, long millis) {
    ms.merge(state, millis, Long::sum);
  }

  public long ms(State state) {
    return ms.getOrDefault(state, 0L);
  }

  public long length() {
    return ms.values().stream().mapToLong(Long::longValue).sum();
  }

  public long covered() {
    return length() - ms(State.UNKNOWN);
  }

  /** Permille-milliseconds lost. */
  public long lost(Weights weights) {
    return ms.entrySet().stream().mapToLong(of -> of.getValue() * weights.of(of.getKey())).sum();
  }

  /** The worst state seen, operational when there was nothing to see. */
  public State worst() {
    return ms.entrySet().stream()
        .filter(of -> of.getValue() > 0)
        .map(Map.Entry::getKey)
        .reduce(State.OPERATIONAL, State::worse);
  }

  /** Percent of the covered time that was not lost, rounded down; null when nothing is covered. */
  public @Nullable String percent(Weights weights, int places) {
    return Percents.kept(lost(weights), covered(), places);
  }

  /** Percent of the time that is known, rounded down; null for an empty window. */
  public @Nullable String coverage(int places) {
    return Percents.of(covered(), length(), places);
  }
}
