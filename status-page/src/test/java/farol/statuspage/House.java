package farol.statuspage;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.alerting.storage.Wakeups;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The room on a real database with a clock of its own: one node of it, or several. */
public final class House implements AutoCloseable {
  public final SettableClock clock;
  public final TestDatabase database;
  private final AnnotationConfigApplicationContext context;

  /** A node on a fresh database. */
  public House(java.nio.file.Path home) {
    this(TestDatabase.with("statuspage"), SettableClock.at("2026-03-02T09:00:00Z"), home);
  }

  private House(TestDatabase database, SettableClock clock, java.nio.file.Path home) {
    this.database = database;
    this.clock = clock;
    context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new org.springframework.core.env.MapPropertySource(
                "test",
                java.util.Map.of(
                    "farol.home", home.toString(),
                    "farol.status.port", "0",
                    "farol.status.url", "http://status.caminho.example/")));
    context.registerBean(
        org.springframework.context.support.PropertySourcesPlaceholderConfigurer.class);
    context.registerBean(javax.sql.DataSource.class, database::source);
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(
        DataSourceTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    context.registerBean(java.time.InstantSource.class, () -> clock);
    context.registerBean(Wakeups.class, Quiet::new);
    context.registerBean(
        farol.alerting.catalog.Audit.class, () -> (actor, at, action, object, before, after) -> {});
    context.registerBean(
        io.micrometer.core.instrument.MeterRegistry.class,
        io.micrometer.core.instrument.simple.SimpleMeterRegistry::new);
    context.registerBean(Heard.class);
    context.register(Rooms.class);
    context.refresh();
  }

  /** Another node on the same database. */
  public House secondNode(java.nio.file.Path home) {
    return new House(database, clock, home);
  }

  @Configuration
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = "farol.statuspage",
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
  static class Rooms {}

  /** Wakes nobody: a test calls each worker itself. */
  private static final class Quiet implements Wakeups {
    @Override
    public void wake(String channel) {}

    @Override
    public void on(String channel, Runnable worker) {}
  }

  /** What the room told others. */
  public static class Heard {
    public final CopyOnWriteArrayList<farol.statuspage.incident.PostPublished> posts =
        new CopyOnWriteArrayList<>();

    @EventListener
    void on(farol.statuspage.incident.PostPublished event) {
      posts.add(event);
    }
  }

  public <T> T get(Class<T> bean) {
    return context.getBean(bean);
  }

  public <T> T inTransaction(Supplier<T> work) {
    return java.util.Objects.requireNonNull(database.transaction().execute(_ -> work.get()));
  }

  public static Actor actor(Role role) {
    var handle = role.name().toLowerCase(Locale.ROOT);
    return Actor.session(
        new Person(
            new PersonId(
                UUID.nameUUIDFromBytes(handle.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            handle,
            handle,
            handle + "@caminho.example",
            ZoneId.of("Etc/UTC"),
            Locale.ENGLISH,
            role,
            true),
        "test");
  }

  @Override
  public void close() {
    context.close();
  }
}
