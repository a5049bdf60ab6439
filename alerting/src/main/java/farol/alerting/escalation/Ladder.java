package farol.alerting.escalation;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.Escalation;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.alerting.notify.Pager;
import farol.alerting.storage.Wakeups;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins and ends ladders as the life of an alert asks. Joins the caller's transaction. */
@Component
class Ladder implements Escalation {
  /** The channel on which the engine is woken. */
  static final String WAKE = "escalation";

  private static final Logger LOG = LoggerFactory.getLogger(Ladder.class);

  private final Escalations escalations;
  private final JdbcPolicies policies;
  private final Catalog catalog;
  private final Pager pager;
  private final Wakeups wakeups;

  Ladder(
      Escalations escalations,
      JdbcPolicies policies,
      Catalog catalog,
      Pager pager,
      Wakeups wakeups) {
    this.escalations = escalations;
    this.policies = policies;
    this.catalog = catalog;
    this.pager = pager;
    this.wakeups = wakeups;
  }

  @Override
  public void begin(AlertGroup group, Instant now) {
    if (escalations.begin(group.id(), policyOf(group), now)) {
      wakeups.wake(WAKE);
    }
  }

  /** The ladder asked for, else the service's, else the instance's; never none. */
  private EscalationPolicy policyOf(AlertGroup group) {
    var slug =
        Optional.ofNullable(group.policySlug())
            .or(() -> catalog.service(group.service()).flatMap(Service::policy))
            .orElse(EscalationPolicy.DEFAULT);
    var policy = policies.newest(slug).map(JdbcPolicies.Stored::policy);
    if (policy.isEmpty() && !slug.equals(EscalationPolicy.DEFAULT)) {
      LOG.warn("There is no policy {}: the last resort is paged for {}", slug, group.id());
    }
    return policy.orElseGet(EscalationPolicy::ofTheInstance);
  }

  @Override
  public void end(AlertGroupId group, End reason, Instant now) {
    escalations.end(group, reason.name(), now);
    pager.cancel(group, reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
