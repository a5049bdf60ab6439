package farol.statuspage.renderer;

import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.Components;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.PublicIncidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is live: for the desk of those who speak to customers. */
@Service
public class PublicFace {
  private final Snapshots snapshots;
  private final Components components;
  private final PublicIncidents incidents;
  private final JdbcClient jdbc;

  PublicFace(
      Snapshots snapshots, Components components, PublicIncidents incidents, JdbcClient jdbc) {
    this.snapshots = snapshots;
    this.components = components;
    this.incidents = incidents;
    this.jdbc = jdbc;
  }

  /** The sentence of the page as it stands. */
  @Transactional(readOnly = true)
  public Indicator.Banner banner() {
    return Indicator.of(
        components.now().stream().map(ComponentNow::state).toList(),
        incidents.open().stream()
            .filter(PublicIncident::isPublic)
            .map(PublicIncident::impact)
            .toList());
  }

  /** A place sets are pushed to, and the last set read back from it and found equal. */
  public record Target(
      String name,
      @Nullable Long lastSequence,
      @Nullable Instant lastVerifiedAt,
      @Nullable String error) {}

  /** The newest set that readers get, empty before the first. */
  @Transactional(readOnly = true)
  public Optional<Snapshots.Live> live() {
    return snapshots.live();
  }

  @Transactional(readOnly = true)
  public List<Target> targets() {
    return DirectoryTarget.all(jdbc).stream()
        .map(
            target ->
                new Target(
                    target.name(), target.lastSequence(), target.lastVerifiedAt(), target.error()))
        .toList();
  }
}
