package farol.runbooks.devcloud;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a fault hits; a member that is null matches everything. */
public record FaultMatch(
    @Nullable String method,
    @Nullable String path,
    @Nullable String app,
    @Nullable String account,
    @Nullable Region region,
    @Nullable String zone) {
  public static final FaultMatch ALL = new FaultMatch(null, null, null, null, null, null);

  /** Whether it matches a request. {@code *} in a path stands for one segment. */
  boolean hits(
      String method, String path, @Nullable String app, String account, @Nullable Region region) {
    return (this.method == null || this.method.equalsIgnoreCase(method))
        && (this.path == null || glob(this.path).matcher(path).matches())
        && (this.app == null || this.app.equals(app))
        && (this.account == null || this.account.equals(account))
        && (this.region == null || this.region == region);
  }

  /** Whether it matches a dyno of an app in a zone. */
  boolean hitsDyno(String app, Region region, String zone) {
    return (this.app == null || this.app.equals(app)) && hitsZone(region, zone);
  }

  boolean hitsZone(Region region, String zone) {
    return hitsRegion(region) && (this.zone == null || this.zone.equals(zone));
  }

  boolean hitsRegion(Region region) {
    return this.region == null || this.region == region;
  }

  private static Pattern glob(String path) {
    var parts = path.split("\\*", -1);
    var quoted = new StringBuilder(Pattern.quote(Objects.requireNonNull(parts[0])));
    for (var i = 1; i < parts.length; i++) {
      quoted.append("[^/]+").append(Pattern.quote(Objects.requireNonNull(parts[i])));
    }
    return Pattern.compile(quoted.toString());
  }
}
