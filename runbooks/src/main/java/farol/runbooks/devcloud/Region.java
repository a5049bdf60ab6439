package farol.runbooks.devcloud;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A region of the simulated platform, with three zones. */
public enum Region {
  US("us", "us-east", "us-east-1", "United States", "Virginia", -5),
  EU("eu", "eu-west", "eu-west-1", "Ireland", "Dublin", 0);

  private final String wire;
  private final String alias;
  private final String provider;
  private final String country;
  private final String locale;
  private final int hoursFromUtc;

  Region(
      String wire, String alias, String provider, String country, String locale, int hoursFromUtc) {
    this.wire = wire;
    this.alias = alias;
    this.provider = provider;
    this.country = country;
    this.locale = locale;
    this.hoursFromUtc = hoursFromUtc;
  }

  /** The region of this name, alias or id. */
  public static Optional<Region> named(String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    for (var region : values()) {
      if (List.of(region.wire, region.alias, region.provider, region.id().toString())
          .contains(wanted)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }

  /** The region that has this zone. */
  public static Optional<Region> ofZone(String zone) {
    for (var region : values()) {
      if (region.zones().contains(zone)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }

  public UUID id() {
    return Hash.id("region", wire);
  }

  /** The name on the wire: {@code us} or {@code eu}. */
  public String wire() {
    return wire;
  }

  /** The name people use: {@code us-east} or {@code eu-west}. */
  public String alias() {
    return alias;
  }

  public String provider() {
    return provider;
  }

  public String country() {
    return country;
  }

  public String locale() {
    return locale;
  }

  /** What shifts the daily curve of traffic. */
  public int hoursFromUtc() {
    return hoursFromUtc;
  }

  public List<String> zones() {
    return List.of(provider + "a", provider + "b", provider + "c");
  }
}
