package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults of dynos, zones and regions over all time, past ones included. */
public final class Weather {
  private final List<Fault> faults;

  public Weather(List<Fault> faults) {
    this.faults = faults.stream().filter(fault -> !fault.kind().ofRequests()).toList();
  }

  public boolean regionDown(Region region, Instant at) {
    return anyCovers(at, regionLoss(region));
  }

  public boolean zoneDown(Region region, String zone, Instant at) {
    return anyCovers(at, zoneLoss(region, zone)) || regionDown(region, at);
  }

  /** The zones of a region that live, in order. */
  public List<String> living(Region region, Instant at) {
    return region.zones().stream().filter(zone -> !zoneDown(region, zone, at)).toList();
  }

  /** The first instant from {@code at} on at which a zone of the region lives, if there is one. */
  Optional<Instant> lifeFrom(Region region, Instant at) {
    if (!living(region, at).isEmpty()) {
      return Optional.of(at);
    }
    var ends = new TreeSet<Instant>();
    for (var fault : faults) {
      if (fault.until() != null && fault.until().isAfter(at)) {
        ends.add(fault.until());
      }
    }
    return ends.stream().filter(end -> !living(region, end).isEmpty()).findFirst();
  }

  /** The first loss of this zone, or of its region, that begins after {@code at}. */
  Optional<Instant> nextLoss(Region region, String zone, Instant at) {
    return nextStart(at, zoneLoss(region, zone).or(regionLoss(region)));
  }

  /** The first instant from {@code at} on at which a crash fault holds this dyno. */
  Optional<Instant> nextCrash(String app, Region region, String zone, long seed, Instant at) {
    var crash = crash(app, region, zone, seed);
    return anyCovers(at, crash) ? Optional.of(at) : nextStart(at, crash);
  }

  boolean crashing(String app, Region region, String zone, long seed, Instant at) {
    return anyCovers(at, crash(app, region, zone, seed));
  }

  /** What boot times are multiplied by. */
  double bootFactor(String app, Region region, String zone, Instant at) {
    return faults.stream()
        .filter(fault -> fault.kind() == FaultKind.SLOW_BOOT && fault.coversAt(at))
        .filter(fault -> fault.match().hitsDyno(app, region, zone))
        .mapToDouble(Fault::factor)
        .findFirst()
        .orElse(1);
  }

  /** When the losses of this region begin and end. */
  public List<Instant> turns(Region region) {
    var turns = new ArrayList<Instant>();
    for (var fault : faults) {
      if (regionLoss(region).test(fault)) {
        turns.add(fault.from());
        addIfSet(turns, fault.until());
      }
    }
    return turns;
  }

  private static void addIfSet(List<Instant> turns, @Nullable Instant turn) {
    if (turn != null) {
      turns.add(turn);
    }
  }

  private boolean anyCovers(Instant at, Predicate<Fault> which) {
    return faults.stream().anyMatch(fault -> which.test(fault) && fault.coversAt(at));
  }

  private Optional<Instant> nextStart(Instant after, Predicate<Fault> which) {
    return faults.stream()
        .filter(which)
        .filter(fault -> fault.until() == null || fault.until().isAfter(fault.from()))
        .map(Fault::from)
        .filter(from -> from.isAfter(after))
        .min(Instant::compareTo);
  }

  private static Predicate<Fault> regionLoss(Region region) {
    return fault -> fault.kind() == FaultKind.REGION_LOSS && fault.match().hitsRegion(region);
  }

  private static Predicate<Fault> zoneLoss(Region region, String zone) {
    return fault -> fault.kind() == FaultKind.ZONE_LOSS && fault.match().hitsZone(region, zone);
  }

  /** Below probability 1 a crash fault holds a fixed share of the dynos. */
  private static Predicate<Fault> crash(String app, Region region, String zone, long seed) {
    return fault ->
        fault.kind() == FaultKind.CRASH
            && fault.match().hitsDyno(app, region, zone)
            && Hash.unit(seed, fault.id().getLeastSignificantBits()) < fault.probability();
  }
}
