package farol.statuspage.incident;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the incident room speaks to customers. Methods join the caller's transaction. */
public interface PublicPosts {
  /** A component and the state it is said to be in, as the status page names states. */
  record ComponentState(String component, String state) {}

  /**
   * One statement.
   *
   * @param title the name of the public incident, used when there is none yet
   * @param status investigating, identified, monitoring or resolved
   * @param impact none, minor, major or critical
   * @param nextUpdateAt needed unless resolved
   * @param publish whether to approve and publish in the same step
   */
  record Statement(
      String title,
      String status,
      String body,
      String impact,
      List<ComponentState> components,
      @Nullable Instant nextUpdateAt,
      boolean publish) {}

  /**
   * A post as it stands.
   *
   * @param state DRAFT, APPROVED, PUBLISHED, VOIDED or DISCARDED
   */
  record Posted(
      String id,
      String state,
      int writtenAgainst,
      String publicIncidentId,
      String publicUrl,
      @Nullable Instant publishedAt) {}

  /** What the public knows of an incident. */
  record PublicState(
      String publicIncidentId,
      String publicUrl,
      @Nullable String status,
      @Nullable Instant lastPublishedAt,
      @Nullable Instant nextUpdateAt,
      boolean open) {}

  /**
   * Drafts, and where asked publishes, a statement; makes the public incident when there is none.
   */
  Posted post(IncidentId incident, Statement statement, Actor actor, Instant now);

  Optional<PublicState> of(IncidentId incident);
}
