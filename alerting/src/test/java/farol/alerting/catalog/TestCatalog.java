package farol.alerting.catalog;

import farol.alerting.storage.TestDatabase;
import java.time.InstantSource;
import java.util.List;

/** The real catalog over a test database, with a handful of people to begin with. */
public final class TestCatalog {
  private final Catalog catalog;
  private final CatalogDesk desk;
  private final Audit audit;
  private final Actor admin;

  private TestCatalog(TestDatabase database, InstantSource clock) {
    var jdbc = database.jdbc();
    this.catalog = new JdbcCatalog(jdbc);
    this.audit = new JdbcAudit(jdbc);
    this.desk =
        new CatalogDesk(catalog, new CatalogRows(jdbc), new ServiceGroupings(jdbc), audit, clock);
    var first =
        desk.createFirstAdministrator(
            new PersonDraft("admin", "Admin", "admin@example.com", null, null, null), "test");
    this.admin = Actor.session(first, "test");
  }

  /** An empty catalog but for the person {@code admin}. */
  public static TestCatalog in(TestDatabase database, InstantSource clock) {
    return new TestCatalog(database, clock);
  }

  public Catalog catalog() {
    return catalog;
  }

  public CatalogDesk desk() {
    return desk;
  }

  public Audit audit() {
    return audit;
  }

  public Actor admin() {
    return admin;
  }

  public Actor actor(String handle) {
    return Actor.session(catalog.person(handle).orElseThrow(), "test");
  }

  public Person person(String handle, Role role) {
    return desk.createPerson(
        admin,
        new PersonDraft(handle, handle, handle + "@example.com", "America/Sao_Paulo", null, role));
  }

  /** A team whose members exist already. */
  public Team team(String slug, String manager, String... members) {
    return desk.createTeam(admin, new TeamDraft(slug, slug, manager, null, null, List.of(members)));
  }

  public Service service(String slug, String team) {
    return service(slug, team, Grouping.NONE);
  }

  public Service service(String slug, String team, Grouping grouping) {
    return desk.createService(
        admin, new ServiceDraft(slug, slug, team, null, null, 1, null, grouping));
  }
}
