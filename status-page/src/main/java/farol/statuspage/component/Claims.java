package farol.statuspage.component;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said about components, append-only: a correction is a claim that names another. */
@Service
public class Claims {
  private final JdbcClaims claims;
  private final JdbcComponents components;
  private final PageEvents events;
  private final Audit audit;
  private final InstantSource clock;

  Claims(
      JdbcClaims claims,
      JdbcComponents components,
      PageEvents events,
      Audit audit,
      InstantSource clock) {
    this.claims = claims;
    this.components = components;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a person claims of a component. */
  public record Statement(
      @Nullable String state,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String region,
      @Nullable UUID supersedes,
      @Nullable String note) {}

  /** Every claim of a component that was known at {@code asOf}. */
  @Transactional(readOnly = true)
  public List<Claim> of(String component, @Nullable Instant asOf) {
    mustExist(component);
    return claims.of(component).stream()
        .filter(claim -> asOf == null || !claim.recordedAt().isAfter(asOf))
        .toList();
  }

  /** Every claim that meets {@code [from, to)}, with those it corrects or that correct it. */
  @Transactional(readOnly = true)
  public List<Claim> between(Instant from, Instant to) {
    return claims.between(from, to);
  }

  @Transactional
  public Claim record(String component, Statement said, Actor actor) {
    actor.mustBe(Role.COMMANDER);
    var about = mustExist(component);
    if (said.state() == null) {
      throw Refusal.invalid("state", "is one of " + State.codes());
    }
    if (said.from() == null) {
      throw Refusal.invalid("from", "say since when");
    }
    if (said.region() != null && !about.regions().contains(said.region())) {
      throw Refusal.invalid("region", "%s is not in %s".formatted(about.name(), said.region()));
    }
    if (said.note() == null || said.note().isBlank()) {
      throw Refusal.invalid("note", "say why, for those who read the history");
    }
    mustCorrect(component, said.supersedes());
    var now = clock.instant();
    var claim =
        new Claim(
            UUID.randomUUID(),
            component,
            said.region(),
            said.from(),
            said.to(),
            State.of(said.state()),
            said.supersedes() == null ? Claim.Origin.HUMAN : Claim.Origin.CORRECTION,
            now,
            actor.person().id().value(),
            said.supersedes(),
            null,
            null,
            null,
            said.note());
    claims.insert(claim);
    components.touch(component, now);
    audit.record(actor, now, "status-page.claim-recorded", "component/" + component, null, claim);
    events.changed("claim", component, now);
    return claim;
  }

  private void mustCorrect(String component, @Nullable UUID superseded) {
    if (superseded == null) {
      return;
    }
    var known = claims.find(superseded);
    if (known.isEmpty() || !known.get().component().equals(component)) {
      throw Refusal.invalid("supersedes", "no such claim of this component: " + superseded);
    }
  }

  private Component mustExist(String id) {
    return components.find(id).orElseThrow(() -> Refusal.notFound("Component " + id));
  }
}
