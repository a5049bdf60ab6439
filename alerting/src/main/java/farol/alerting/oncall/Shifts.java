package farol.alerting.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes who is on call from layers and overrides. A pure function: what it says of an instant
 * does not depend on the window asked for, which only cuts the answer.
 */
final class Shifts {
  private static final Comparator<Shift> ORDER =
      Comparator.comparing(Shift::start).thenComparing(Shift::person);

  private final List<LayerLine> lines;
  private final List<ScheduleOverride> overrides;
  private final Interval window;
  private final Map<String, Open> open = new TreeMap<>();
  private final List<Shift> closed = new ArrayList<>();

  /** A shift whose end is not yet known. */
  private record Open(Instant start, Place place) {}

  private Shifts(Schedule schedule, List<ScheduleOverride> overrides, Interval window) {
    this.lines = LayerLine.strongestFirst(schedule, window);
    this.overrides = overrides;
    this.window = window;
  }

  /**
   * The shifts of a window, cut to it, sorted by start then person.
   *
   * @param overrides in order of creation
   */
  static List<Shift> of(Schedule schedule, List<ScheduleOverride> overrides, Interval window) {
    return new Shifts(schedule, overrides, window).swept();
  }

  private List<Shift> swept() {
    for (var instant : changes()) {
      turnTo(instant, instant.isBefore(window.end()) ? placesAt(instant) : List.of());
    }
    return closed.stream().sorted(ORDER).toList();
  }

  /** Every instant of the window at which the answer may change, and both its ends. */
  private SortedSet<Instant> changes() {
    var changes = new TreeSet<Instant>(List.of(window.start(), window.end()));
    lines.forEach(line -> line.collectChanges(changes));
    for (var override : overrides) {
      override
          .time()
          .intersect(window)
          .ifPresent(
              time -> {
                changes.add(time.start());
                changes.add(time.end());
              });
    }
    return changes;
  }

  /** The places at an instant no earlier than the last one asked for. */
  private List<Place> placesAt(Instant instant) {
    var places = LayerLine.places(lines, instant);
    for (var index = 0; index < overrides.size(); index++) {
      if (overrides.get(index).time().contains(instant)) {
        places = Place.after(overrides.get(index), index, places);
      }
    }
    return places;
  }

  private void turnTo(Instant instant, List<Place> places) {
    var now = onePerPerson(places);
    for (var person : List.copyOf(open.keySet())) {
      var next = now.get(person);
      var before = open.get(person);
      if (before != null && (next == null || !next.continues(before.place))) {
        open.remove(person);
        closed.add(shift(before, instant));
      }
    }
    now.forEach((person, place) -> open.putIfAbsent(person, new Open(instant, place)));
  }

  /** A person who holds several places is named by the strongest layer. */
  private static Map<String, Place> onePerPerson(List<Place> places) {
    var people = new LinkedHashMap<String, Place>();
    places.stream()
        .sorted(Comparator.comparing(Place::isOverridden))
        .forEach(place -> people.putIfAbsent(place.holder(), place));
    return people;
  }

  private static Shift shift(Open ended, Instant end) {
    var place = ended.place;
    return place.isOverridden()
        ? new Shift(ended.start, end, place.holder(), null, Shift.Source.OVERRIDE, null)
        : new Shift(
            ended.start,
            end,
            place.holder(),
            place.layerName(),
            Shift.Source.ROTATION,
            place.turn());
  }
}
