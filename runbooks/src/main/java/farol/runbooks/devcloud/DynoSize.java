package farol.runbooks.devcloud;

import java.util.Optional;
import java.util.UUID;

/** A size that dynos come in. */
public enum DynoSize {
  ECO("eco", 0.5, 1, false, 0.28),
  BASIC("basic", 0.5, 1, false, 0.28),
  STANDARD_1X("standard-1X", 0.5, 1, false, 1),
  STANDARD_2X("standard-2X", 1, 2, false, 2),
  PERFORMANCE_M("performance-M", 2.5, 11, true, 8),
  PERFORMANCE_L("performance-L", 14, 50, true, 16);

  private final String wire;
  private final double memoryGib;
  private final int compute;
  private final boolean dedicated;
  private final double units;

  DynoSize(String wire, double memoryGib, int compute, boolean dedicated, double units) {
    this.wire = wire;
    this.memoryGib = memoryGib;
    this.compute = compute;
    this.dedicated = dedicated;
    this.units = units;
  }

  /** The size of this name, in any case, or id. */
  public static Optional<DynoSize> named(String name) {
    for (var size : values()) {
      if (size.wire.equalsIgnoreCase(name) || size.id().toString().equalsIgnoreCase(name)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  public UUID id() {
    return Hash.id("dyno-size", wire);
  }

  public String wire() {
    return wire;
  }

  public double memoryGib() {
    return memoryGib;
  }

  public int compute() {
    return compute;
  }

  public boolean dedicated() {
    return dedicated;
  }

  public double units() {
    return units;
  }
}
