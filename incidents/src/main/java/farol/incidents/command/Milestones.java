package farol.incidents.command;

import static farol.incidents.command.Milestone.ACCEPTED;
import static farol.incidents.command.Milestone.DECLARED;
import static farol.incidents.command.Milestone.IMPACT_ENDED;
import static farol.incidents.command.Milestone.IMPACT_MITIGATED;
import static farol.incidents.command.Milestone.IMPACT_STARTED;
import static farol.incidents.command.Milestone.RESOLVED;

import farol.alerting.door.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instants known of an incident. Their order is checked, by {@link #problems}. */
public record Milestones(Map<Milestone, Instant> known) {
  /** Each must not lie before the one to its left, as far as both are known. */
  private static final List<List<Milestone>> ORDERS =
      List.of(
          List.of(IMPACT_STARTED, IMPACT_MITIGATED, IMPACT_ENDED),
          List.of(DECLARED, ACCEPTED, RESOLVED));

  public Milestones {
    known = Map.copyOf(known);
  }

  public static Milestones declared(Instant at) {
    return new Milestones(Map.of()).with(DECLARED, at);
  }

  public @Nullable Instant at(Milestone milestone) {
    return known.get(milestone);
  }

  /** When it was declared: every incident knows that. */
  public Instant declaredAt() {
    var at = known.get(DECLARED);
    if (at == null) {
      throw new IllegalStateException("An incident without declaredAt");
    }
    return at;
  }

  public Milestones with(Milestone milestone, @Nullable Instant at) {
    var next = new EnumMap<Milestone, Instant>(Milestone.class);
    next.putAll(known);
    if (at == null) {
      next.remove(milestone);
    } else {
      next.put(milestone, at.truncatedTo(ChronoUnit.MICROS));
    }
    return new Milestones(next);
  }

  /** Sets the milestone unless it is known already. */
  public Milestones withFirst(Milestone milestone, Instant at) {
    return known.containsKey(milestone) ? this : with(milestone, at);
  }

  /** What is out of order, one entry for each pair. */
  public List<Refusal.FieldError> problems() {
    var problems = new java.util.ArrayList<Refusal.FieldError>();
    for (var order : ORDERS) {
      for (var later = 1; later < order.size(); later++) {
        for (var earlier = 0; earlier < later; earlier++) {
          compare(order.get(earlier), order.get(later), problems);
        }
      }
    }
    return List.copyOf(problems);
  }

  private void compare(Milestone first, Milestone second, List<Refusal.FieldError> problems) {
    var a = known.get(first);
    var b = known.get(second);
    if (a != null && b != null && b.isBefore(a)) {
      problems.add(
          new Refusal.FieldError(
              "milestones." + second.key(), "lies before %s".formatted(first.key())));
    }
  }

  /** Every milestone by its name at the door; null for what is not known. */
  public Map<String, @Nullable Instant> answered() {
    var all = new LinkedHashMap<String, @Nullable Instant>();
    for (var milestone : Milestone.values()) {
      all.put(milestone.key(), known.get(milestone));
    }
    return all;
  }
}
