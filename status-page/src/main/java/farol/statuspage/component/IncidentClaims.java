package farol.statuspage.component;

import farol.alerting.catalog.PersonId;
import farol.alerting.door.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The claims that public incidents make and end. Joins the transaction of the post that makes them:
 * a change of state and a change of text are one.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class IncidentClaims {
  private final JdbcClaims claims;
  private final JdbcComponents components;

  IncidentClaims(JdbcClaims claims, JdbcComponents components) {
    this.claims = claims;
    this.components = components;
  }

  /**
   * What a state is said of.
   *
   * @param regions where the incident is; empty for everywhere
   */
  public record Place(String incident, Component component, List<String> regions) {}

  /**
   * Says that a component is in {@code state} since {@code since}: ends what this incident said of
   * it before, and begins anew unless it is well. Two posts within one millisecond keep their
   * order.
   */
  public void say(Place place, State state, Instant since, PersonId by, Instant now) {
    var open = open(place);
    var after =
        open.stream()
            .map(claim -> claim.from().plusMillis(1))
            .reduce(since, (a, b) -> a.isAfter(b) ? a : b);
    say(place, open, state, after, by, now);
  }

  /** The same, refused when the state before began no earlier than {@code since}. */
  public void sayExactly(Place place, State state, Instant since, PersonId by, Instant now) {
    var open = open(place);
    open.stream()
        .filter(claim -> !since.isAfter(claim.from()))
        .findFirst()
        .ifPresent(
            claim -> {
              throw Refusal.invalid(
                  "components",
                  "since is not after %s, when the last state began".formatted(claim.from()));
            });
    say(place, open, state, since, by, now);
  }

  private List<Claim> open(Place place) {
    return claims.openOf(place.incident()).stream()
        .filter(claim -> claim.component().equals(place.component().id()))
        .toList();
  }

  private void say(
      Place place, List<Claim> open, State state, Instant since, PersonId by, Instant now) {
    var places = places(place);
    if (open.size() == places.size()
        && open.stream()
            .allMatch(claim -> claim.state() == state && places.contains(where(claim)))) {
      return;
    }
    open.forEach(claim -> claims.end(claim.id(), since));
    components.touch(place.component().id(), now);
    if (state != State.OPERATIONAL) {
      places.forEach(where -> claims.insert(begin(place, where, state, since, by, now)));
    }
  }

  /** Ends whatever this incident still says, at {@code at} or just after it began. */
  public void endAll(String incident, Instant at) {
    for (var claim : claims.openOf(incident)) {
      var first = claim.from().plusMillis(1);
      claims.end(claim.id(), at.isBefore(first) ? first : at);
      components.touch(claim.component(), at);
    }
  }

  private static Claim begin(
      Place place, String where, State state, Instant since, PersonId by, Instant now) {
    return new Claim(
        UUID.randomUUID(),
        place.component().id(),
        where.isEmpty() ? null : where,
        since,
        null,
        state,
        Claim.Origin.HUMAN,
        now,
        by.value(),
        null,
        place.incident(),
        null,
        null,
        "");
  }

  /** The regions to claim; one empty name stands for all of them. */
  private static List<String> places(Place place) {
    var regions = place.component().regions();
    var there = place.regions().stream().filter(regions::contains).toList();
    return there.isEmpty() || there.size() == regions.size() ? List.of("") : there;
  }

  private static String where(Claim claim) {
    return Objects.requireNonNullElse(claim.region(), "");
  }
}
