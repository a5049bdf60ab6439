package farol.alerting.catalog;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The service that stands for Farol itself; alerts about the house belong to it. */
@Component
public class HouseService {
  public static final String SLUG = "farol";

  private final Catalog catalog;
  private final CatalogRows rows;

  HouseService(Catalog catalog, CatalogRows rows) {
    this.catalog = catalog;
    this.rows = rows;
  }

  /**
   * The service {@code farol}; where nobody made one yet, it is made with a team of the same name
   * that has nobody, so that its alerts reach the last resort. Joins the caller's transaction.
   */
  public Service orCreate(Instant now) {
    return catalog.service(SLUG).orElseGet(() -> create(now));
  }

  private Service create(Instant now) {
    if (catalog.team(SLUG).isEmpty()) {
      rows.insert(new Team(TeamId.random(), SLUG, "Farol", null, null, null, List.of()), now);
    }
    var team = catalog.team(SLUG).orElseThrow();
    var service =
        new Service(ServiceId.random(), SLUG, "Farol", team.id(), "service", 1, null, null);
    rows.insert(service, Grouping.NONE, now);
    return catalog.service(SLUG).orElseThrow();
  }
}
