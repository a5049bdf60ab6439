package farol.runbooks.execution;

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
import farol.runbooks.library.LibraryFixture;
import farol.runbooks.library.RunbookLibrary;
import farol.runbooks.paas.FakeHeroku;
import farol.runbooks.paas.Metrics;
import farol.runbooks.paas.Platform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The room on a real database, with a scripted platform and any number of nodes. */
final class House implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  final SettableClock clock = SettableClock.at("2026-11-24T12:00:00Z");
  final TestDatabase database = TestDatabase.with("runbooks");
  final FakeHeroku heroku = new FakeHeroku();
  final List<Object> events = new ArrayList<>();
  final Person ana = person("ana", Role.RESPONDER);
  final Person bo = person("bo", Role.RESPONDER);
  final Person eva = person("eva", Role.COMMANDER);
  final Person admin = person("admin", Role.ADMIN);
  final FixedMetrics metrics = new FixedMetrics();
  final Platform platform = heroku.platform();
  final RunbookLibrary library;
  final PlanStore planStore;
  final RunStore store;
  final Plans plans;
  final Runs runs;
  final RunEvents facts;
  final DataSourceTransactionManager transactions;

  House(Path disk) {
    var catalog = new People(List.of(ana, bo, eva, admin));
    Audit audit = (_, _, _, _, _, _) -> {};
    var wakeups = new NoWakeups();
    this.transactions = new DataSourceTransactionManager(database.source());
    this.planStore = new PlanStore(database.jdbc());
    this.store = new RunStore(database.jdbc(), planStore);
    this.library =
        LibraryFixture.library(
            disk, database, catalog, audit, new JdbcRunHistory(database.jdbc()), clock);
    this.facts = new RunEvents(store, catalog, this::happened, clock, new SimpleMeterRegistry());
    this.plans = new Plans(planStore, store, library, platform, audit, facts, clock, transactions);
    this.runs =
        new Runs(
            store, planStore, plans, library, platform, facts, audit, wakeups, clock, transactions);
  }

  private void happened(Object event) {
    if (!(event instanceof RunMoved)) {
      events.add(event);
    }
  }

  static Person person(String handle, Role role) {
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

  static Actor as(Person person) {
    return Actor.session(person, "test");
  }

  /** One process: its own boot, worker and engine over the same database. */
  RunWorker node() {
    return node(platform);
  }

  RunWorker node(Platform reached) {
    var node = new Node();
    var ledger = new Ledger(store, node, facts, clock, transactions);
    var engine =
        new RunEngine(
            store,
            ledger,
            new MutationSteps(reached, ledger),
            new CheckSteps(reached, metrics, new AppProbe(reached, 1)),
            facts);
    return new RunWorker(store, engine, node, clock, Runnable::run);
  }

  void write(String markdown, String path) {
    library.create(as(admin), path, markdown, "");
  }

  Plan plan(String runbook, Map<String, String> params) {
    return plans.create(
        as(ana), new Plans.Request(runbook, params, null, null, null, "spike on checkout"));
  }

  Run approvedRun(String runbook, Map<String, String> params) {
    var plan = plan(runbook, params);
    plans.decide(as(bo), plan.id(), plan.hash(), "approve", "");
    return runs.start(as(ana), plan.id(), plan.hash()).run();
  }

  /** Lets the worker look once a second until the run ends or waits for a person. */
  Run drive(RunWorker worker, UUID run, Duration atMost) {
    for (var second = 0; second <= atMost.toSeconds(); second++) {
      worker.tick();
      var now = runs.get(run);
      if (now.status().ended() || now.dueAt() == null) {
        return now;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    return runs.get(run);
  }

  List<String> states(UUID run, String step) {
    return runs.journal(run).stream()
        .filter(entry -> entry.step().equals(step))
        .map(JournalEntry::state)
        .toList();
  }

  @Override
  public void close() {
    heroku.close();
  }

  /** Metrics that say what the test says. */
  static final class FixedMetrics implements Metrics {
    List<Double> values = List.of(0.2);

    @Override
    public List<Series> query(String expression, Instant at) {
      return values.stream()
          .map(value -> new Series(Map.of(), List.of(new Point(at, value))))
          .toList();
    }

    @Override
    public List<Series> queryRange(String expression, Instant from, Instant until, Duration step) {
      return List.of();
    }
  }

  private static final class NoWakeups implements Wakeups {
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
