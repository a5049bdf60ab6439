package farol.alerting.alert;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Grouping;
import farol.alerting.catalog.HouseService;
import farol.alerting.catalog.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises alerts about the house itself by the ordinary way through intake. */
@Service
class HouseAlerts implements InternalAlerts {
  private static final String SOURCE = "farol";

  private final Intake intake;
  private final Catalog catalog;
  private final HouseService house;

  HouseAlerts(Intake intake, Catalog catalog, HouseService house) {
    this.intake = intake;
    this.catalog = catalog;
    this.house = house;
  }

  @Override
  @Transactional
  public AlertId raise(Raised raised, Instant now) {
    var origin =
        new Origin(
            IntegrationId.INTERNAL,
            service(raised, now),
            Grouping.Mode.NONE,
            false,
            raised.policySlug(),
            raised.incident(),
            raised.viewPath());
    var content =
        new AlertContent(
            raised.summary(),
            SOURCE,
            raised.severity(),
            raised.severity().urgency(),
            Map.of(),
            Map.of(),
            List.of());
    var news = new News.Trigger(raised.dedupKey(), null, content, null, "{}");
    var accepted = intake.accept(origin, IntegrationKind.INTERNAL, List.of(news), now);
    return Objects.requireNonNull(accepted.getFirst().alert());
  }

  private ServiceId service(Raised raised, Instant now) {
    var slug = raised.serviceSlug();
    return (slug == null
            ? house.orCreate(now)
            : catalog.service(slug).orElseGet(() -> house.orCreate(now)))
        .id();
  }

  @Override
  @Transactional
  public void resolve(String dedupKey, Instant now) {
    var origin =
        new Origin(
            IntegrationId.INTERNAL,
            house.orCreate(now).id(),
            Grouping.Mode.NONE,
            false,
            null,
            null,
            null);
    intake.accept(
        origin, IntegrationKind.INTERNAL, List.of(new News.Resolve(dedupKey, null, "{}")), now);
  }
}
