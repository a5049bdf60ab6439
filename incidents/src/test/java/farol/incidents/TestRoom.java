package farol.incidents;

import farol.alerting.alert.AlertLinks;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.TestCatalog;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.incidents.Neighbours.InMemoryAlerts;
import farol.incidents.Neighbours.InMemoryPosts;
import farol.incidents.Neighbours.InMemoryRuns;
import farol.incidents.command.Declaration;
import farol.incidents.command.DeclareDesk;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.Incidents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room of incidents over a real database, with its own transactions and listeners; the other
 * rooms are fakes. Listeners run at once, after the commit that told them.
 */
public final class TestRoom implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  public final SettableClock clock = SettableClock.at(START.toString());
  public final TestDatabase database = TestDatabase.with("alerting", "incidents");
  public final TestCatalog people = TestCatalog.in(database, clock);
  public final InMemoryAlerts alerts = new InMemoryAlerts();
  public final InMemoryRuns runs = new InMemoryRuns();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @Configuration
  @EnableTransactionManagement(proxyTargetClass = true)
  @ComponentScan(
      basePackages = "farol.incidents",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "farol\\.incidents\\..*web\\..*"))
  static class Wiring {}

  public TestRoom() {
    people.person("dee", Role.COMMANDER);
    people.person("eva", Role.COMMANDER);
    people.person("ana", Role.RESPONDER);
    people.person("bo", Role.RESPONDER);
    people.person("vic", Role.VIEWER);
    people.person("lia", Role.MANAGER);
    people.team("routing", "lia", "ana", "bo");
    people.service("router", "routing");
    context.registerBean(DataSource.class, database::source);
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    context.registerBean(Catalog.class, people::catalog);
    context.registerBean(Audit.class, people::audit);
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(InMemoryAlerts.class, () -> alerts);
    context.registerBean(InMemoryRuns.class, () -> runs);
    context.registerBean(InMemoryPosts.class, () -> new InMemoryPosts(context));
    context.register(Wiring.class);
    context.refresh();
  }

  public <T> T the(Class<T> service) {
    return context.getBean(service);
  }

  /** Publishes inside a transaction, as the other rooms do. */
  public void tell(Object event) {
    new TransactionTemplate(the(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> context.publishEvent(event));
  }

  public Actor as(String handle) {
    return people.actor(handle);
  }

  public Person person(String handle) {
    return people.catalog().person(handle).orElseThrow();
  }

  public Instant now() {
    return clock.instant();
  }

  /** An incident in triage, declared by Ana; nobody is paged. */
  public Incident declared(IncidentSeverity severity) {
    return declared(
        new Declaration(
            "Routers answer 503",
            severity,
            null,
            List.of(),
            List.of("router"),
            false,
            false,
            Map.of()));
  }

  public Incident declared(Declaration declaration) {
    return the(DeclareDesk.class).declare(as("ana"), declaration, now());
  }

  public Incident again(Incident incident) {
    return the(Incidents.class).find(incident.id()).orElseThrow();
  }

  public AlertLinks links() {
    return alerts;
  }

  @Override
  public void close() {
    context.close();
  }
}
