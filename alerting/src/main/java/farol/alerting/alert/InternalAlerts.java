package farol.alerting.alert;

import farol.alerting.catalog.IncidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Alerts that Farol itself raises; they take the ordinary way through intake and escalation. */
public interface InternalAlerts {
  /**
   * What to raise.
   *
   * @param dedupKey identifies it; raising an open key again only counts
   * @param serviceSlug the service concerned; null means the house itself
   * @param policySlug the ladder to climb; null means the service's own
   * @param incident the incident it is about, if any
   * @param viewPath where a responder should land, for example {@code /incidents/465}
   */
  record Raised(
      String dedupKey,
      @Nullable String serviceSlug,
      Severity severity,
      String summary,
      @Nullable String policySlug,
      @Nullable IncidentId incident,
      @Nullable String viewPath) {}

  /** Raises the alert and answers its id; joins the caller's transaction. */
  AlertId raise(Raised alert, Instant now);

  /** Resolves the open alert of the key; nothing happens when there is none. */
  void resolve(String dedupKey, Instant now);
}
