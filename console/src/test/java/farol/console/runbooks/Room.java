package farol.console.runbooks;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.ServiceId;
import farol.alerting.catalog.Team;
import farol.alerting.catalog.TeamId;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.alerting.storage.Wakeups;
import farol.console.ui.Live;
import farol.console.ui.Times;
import farol.console.ui.Viewer;
import farol.runbooks.paas.Metrics;
import farol.runbooks.paas.Platform;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The real library, plans and runs on a real database, over a platform in memory. */
final class Room implements AutoCloseable {
  final SettableClock clock = SettableClock.at("2026-11-24T12:00:00Z");
  final Person ana = person("ana", Role.RESPONDER);
  final Person bo = person("bo", Role.RESPONDER);
  final Person admin = person("admin", Role.ADMIN);
  final Apps apps = new Apps();
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  Room(Path home) {
    var database = TestDatabase.with("runbooks");
    beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("farol.home", home.toString())));
    beans.registerBean(DataSource.class, database::source);
    beans.registerBean(JdbcClient.class, database::jdbc);
    beans.registerBean(
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    beans.registerBean(Catalog.class, () -> new People(List.of(ana, bo, admin)));
    beans.registerBean(Audit.class, () -> (_, _, _, _, _, _) -> {});
    beans.registerBean(Wakeups.class, Quiet::new);
    beans.registerBean(InstantSource.class, () -> clock);
    beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    beans.registerBean("apps", Platform.class, () -> apps, bean -> bean.setPrimary(true));
    beans.registerBean("still", Metrics.class, Still::new, bean -> bean.setPrimary(true));
    beans.register(Live.class);
    beans.scan("farol.runbooks.library", "farol.runbooks.execution", "farol.runbooks.paas");
    beans.refresh();
  }

  <T> T get(Class<T> type) {
    return beans.getBean(type);
  }

  Viewer as(Person person) {
    return new Viewer() {
      @Override
      public Actor actor() {
        return Actor.session(person, "test");
      }

      @Override
      public Times times() {
        return new Times(ZoneId.of("Etc/UTC"), clock);
      }
    };
  }

  @Override
  public void close() {
    beans.close();
  }

  private static Person person(String handle, Role role) {
    return new Person(
        PersonId.random(),
        handle,
        handle.substring(0, 1).toUpperCase(Locale.ROOT) + handle.substring(1),
        handle + "@caminho.example",
        ZoneId.of("Etc/UTC"),
        Locale.ROOT,
        role,
        true);
  }

  /** One app in memory; its dynos are up at once. */
  static final class Apps implements Platform {
    final Map<String, Integer> quantities = new TreeMap<>(Map.of("web", 5, "worker", 2));

    @Override
    public About about() {
      return new About("default", "simulated", "http://127.0.0.1:1");
    }

    @Override
    public List<App> apps() {
      return List.of(new App("1", "checkout-eu", "eu", false));
    }

    @Override
    public Optional<App> app(String name) {
      return apps().stream().filter(app -> app.name().equals(name)).findFirst();
    }

    @Override
    public List<Formation> formation(String app) {
      return quantities.entrySet().stream()
          .map(row -> new Formation(row.getKey(), row.getValue(), "standard-2X"))
          .toList();
    }

    @Override
    public List<Dyno> dynos(String app) {
      return List.of();
    }

    @Override
    public List<Release> releases(String app) {
      return List.of();
    }

    @Override
    public @Nullable String scale(
        String app, Map<String, Integer> wanted, Map<String, String> sizes) {
      quantities.putAll(wanted);
      return "request-1";
    }
  }

  private static final class Still implements Metrics {
    @Override
    public List<Series> query(String expression, Instant at) {
      return List.of();
    }

    @Override
    public List<Series> queryRange(String expression, Instant from, Instant until, Duration step) {
      return List.of();
    }
  }

  private static final class Quiet implements Wakeups {
    @Override
    public void wake(String channel) {}

    @Override
    public void on(String channel, Runnable worker) {}
  }

  private record People(List<Person> people) implements Catalog {
    @Override
    public Optional<Person> person(PersonId id) {
      return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Person> person(String handle) {
      return people.stream().filter(person -> person.handle().equals(handle)).findFirst();
    }

    @Override
    public Optional<Team> team(TeamId id) {
      return Optional.empty();
    }

    @Override
    public Optional<Team> team(String slug) {
      return Optional.empty();
    }

    @Override
    public List<Team> teams() {
      return List.of();
    }

    @Override
    public Optional<Service> service(ServiceId id) {
      return Optional.empty();
    }

    @Override
    public Optional<Service> service(String slug) {
      return Optional.empty();
    }

    @Override
    public List<Service> services() {
      return List.of();
    }

    @Override
    public boolean absentAt(PersonId person, Instant at) {
      return false;
    }
  }
}
