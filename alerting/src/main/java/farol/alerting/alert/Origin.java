package farol.alerting.alert;

import farol.alerting.catalog.Grouping;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Where news comes from and what a group opened by it begins with.
 *
 * @param reopens whether an alert that fires again soon after its resolution is the same alert
 */
record Origin(
    IntegrationId integration,
    ServiceId service,
    Grouping.Mode grouping,
    boolean reopens,
    @Nullable String policySlug,
    @Nullable IncidentId incident,
    @Nullable String viewPath) {
  static Origin of(Integration integration, Grouping grouping) {
    return new Origin(
        integration.id(), integration.service(), grouping.mode(), true, null, null, null);
  }

  @Nullable String groupKey(News.Trigger news) {
    return switch (grouping) {
      case BY_SENDER -> news.groupKey();
      case NONE, BY_LABELS, BY_SERVICE -> null;
    };
  }
}
