package farol.alerting.oncall;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place on call at an instant, and how its holder came by it.
 *
 * @param formers who held it before overrides, oldest first
 * @param layer the index of the layer it comes from; -1 when only an override made it
 * @param override the index of the last override that touched it; -1 when none did
 */
record Place(
    String holder,
    List<String> formers,
    int layer,
    @Nullable String layerName,
    long turn,
    int override) {
  private static final int NONE = -1;

  static Place ofTurn(String person, int layer, String layerName, long turn) {
    return new Place(person, List.of(), layer, layerName, turn, NONE);
  }

  private static Place ofOverride(String person, int override) {
    return new Place(person, List.of(), NONE, null, NONE, override);
  }

  boolean isOverridden() {
    return override != NONE;
  }

  /** The places after one more override, which is number {@code index} in order of creation. */
  static List<Place> after(ScheduleOverride override, int index, List<Place> places) {
    return switch (override) {
      case ScheduleOverride.Add(_, var add) -> {
        var more = new ArrayList<>(places);
        more.add(ofOverride(add, index));
        yield more;
      }
      case ScheduleOverride.Remove(_, var remove) ->
          places.stream().filter(place -> !place.holder.equals(remove)).toList();
      case ScheduleOverride.Replace(_, var remove, var add) ->
          places.stream()
              .map(place -> place.isOrWasOf(remove) ? place.handedTo(add, index) : place)
              .toList();
      case ScheduleOverride.Take(_, var taker) -> List.of(ofOverride(taker, index));
    };
  }

  private boolean isOrWasOf(String person) {
    return holder.equals(person) || formers.contains(person);
  }

  private Place handedTo(String person, int index) {
    var before = new ArrayList<>(formers);
    before.add(holder);
    return new Place(person, List.copyOf(before), layer, layerName, turn, index);
  }

  /** Whether the two are one shift going on. */
  boolean continues(Place earlier) {
    return isOverridden()
        ? earlier.override == override
        : !earlier.isOverridden() && earlier.layer == layer && earlier.turn == turn;
  }
}
