package farol.alerting.catalog;

import farol.alerting.storage.TestDatabase;

/** The house's own service over a test database. */
public final class HouseServices {
  private HouseServices() {}

  public static HouseService in(TestDatabase database, TestCatalog catalog) {
    return new HouseService(catalog.catalog(), new CatalogRows(database.jdbc()));
  }
}
