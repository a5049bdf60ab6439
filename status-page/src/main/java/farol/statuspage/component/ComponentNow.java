package farol.statuspage.component;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A component as the claims say it is at an instant.
 *
 * @param state the worst of its regions
 * @param regions each region with its state; empty when the component is global
 */
public record ComponentNow(Component component, State state, List<InRegion> regions) {
  /** The state of a component in one region. */
  public record InRegion(String region, State state) {}

  public ComponentNow {
    regions = List.copyOf(regions);
  }

  /** The state of a component at an instant: the worst claim that stands; none: operational. */
  public static ComponentNow of(Component component, List<Claim> claims, Instant at) {
    var standing =
        standing(claims).stream()
            .filter(claim -> claim.component().equals(component.id()) && claim.holdsAt(at))
            .toList();
    var regions =
        component.regions().stream()
            .map(
                region ->
                    new InRegion(
                        region,
                        worst(standing.stream().filter(claim -> claim.touches(region)).toList())))
            .toList();
    return new ComponentNow(component, worst(standing), regions);
  }

  /** The claims that no later one corrects. */
  public static List<Claim> standing(List<Claim> claims) {
    Set<java.util.UUID> corrected =
        claims.stream()
            .map(Claim::supersedes)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    return claims.stream().filter(claim -> !corrected.contains(claim.id())).toList();
  }

  private static State worst(List<Claim> claims) {
    return claims.stream().map(Claim::state).reduce(State.OPERATIONAL, State::worse);
  }
}
