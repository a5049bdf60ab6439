package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory;
import farol.alerting.alert.Escalation;
import farol.alerting.alert.Severity;
import farol.alerting.alert.Urgency;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.TestCatalog;
import farol.alerting.door.Secrets;
import farol.alerting.escalation.PolicyDesk;
import farol.alerting.escalation.PolicyDraft;
import farol.alerting.oncall.ScheduleDesk;
import farol.alerting.oncall.ScheduleDraft;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.alerting.storage.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * One node: on-call, escalation and notification as the application wires them, over a test
 * database. Alerts, wake-ups and the clock are the test's. The team routing has ana, bo and cy in
 * weekly turns from 2 March 2026, lia as its manager; eva is on call for commanding; pia is the
 * last resort.
 */
public final class PagingHouse implements AutoCloseable {
  private final TestDatabase database;
  private final SettableClock clock;
  private final TestCatalog people;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final ManualWakeups wakeups = new ManualWakeups();
  private final InMemoryGroups groups;
  private long number = 1_000;

  // Marked as a test's, so that the application's own scan passes it by.
  @TestConfiguration(proxyBeanMethods = false)
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = {
        "farol.alerting.oncall",
        "farol.alerting.escalation",
        "farol.alerting.notify",
        "farol.alerting.door"
      },
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\..*|Test.*)"))
  static class Rooms {}

  /** A sealed text that only looks sealed. */
  private static final class Base64Secrets implements Secrets {
    @Override
    public String seal(String plain) {
      return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String open(String sealed) {
      return new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
    }
  }

  private PagingHouse(
      TestDatabase database,
      SettableClock clock,
      TestCatalog people,
      InMemoryGroups shared,
      Map<String, Object> settings) {
    this.database = database;
    this.clock = clock;
    this.people = people;
    this.groups = shared;
    var environment = context.getEnvironment().getPropertySources();
    environment.addFirst(new MapPropertySource("test", settings));
    context.registerBean(DataSource.class, database::source);
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(farol.alerting.catalog.Catalog.class, people::catalog);
    context.registerBean(farol.alerting.catalog.Audit.class, people::audit);
    context.registerBean(Secrets.class, Base64Secrets::new);
    context.registerBean(Wakeups.class, () -> wakeups);
    context.registerBean(AlertGroups.class, () -> groups);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.register(Rooms.class);
    context.refresh();
  }

  /** A node over an empty database, with its people, schedules and ladder. */
  public static PagingHouse open(SettableClock clock, Map<String, Object> settings) {
    var database = TestDatabase.with("alerting");
    var people = TestCatalog.in(database, clock);
    var holder = new PagingHouse[1];
    var groups = new InMemoryGroups(() -> holder[0].bean(Escalation.class));
    var house = new PagingHouse(database, clock, people, groups, settings);
    holder[0] = house;
    house.fill();
    return house;
  }

  /** A second node on the same database. */
  public PagingHouse secondNode() {
    return new PagingHouse(database, clock, people, groups, Map.of());
  }

  private void fill() {
    Stream.of("ana", "bo", "cy").forEach(name -> people.person(name, Role.RESPONDER));
    people.person("eva", Role.COMMANDER);
    Stream.of("lia", "pia").forEach(name -> people.person(name, Role.MANAGER));
    people.team("routing", "lia", "ana", "bo", "cy");
    people.team("sre", "pia", "eva");
    schedule("routing-primary", "routing", null, "ana", "bo", "cy");
    schedule("incident-command", "sre", "INCIDENT_COMMANDER", "eva");
    bean(PolicyDesk.class).setLastResort(people.admin(), List.of("pia"), List.of());
  }

  private void schedule(String slug, String team, @Nullable String purpose, String... turns) {
    var rotation =
        new ScheduleDraft.RotationDraft(
            "WEEK", 1, "2026-03-02T09:00", Arrays.stream(turns).map(List::of).toList(), null);
    var layer = new ScheduleDraft.LayerDraft("primary", null, null, null, null, rotation, null);
    bean(ScheduleDesk.class)
        .create(
            people.admin(),
            slug,
            slug,
            team,
            purpose,
            new ScheduleDraft("Etc/UTC", List.of(layer)));
  }

  /** A ladder of one target per level, each waiting five minutes. */
  public void ladder(String slug, int passes, PolicyDraft.TargetDraft... targets) {
    var levels =
        Arrays.stream(targets)
            .map(target -> new PolicyDraft.LevelDraft(List.of(target), 300, null, null))
            .toList();
    var draft = new PolicyDraft(slug, slug, null, passes, null, levels);
    var desk = bean(PolicyDesk.class);
    if (desk.list().stream().anyMatch(policy -> policy.slug().equals(slug))) {
      desk.update(people.admin(), slug, draft);
    } else {
      desk.create(people.admin(), draft);
    }
  }

  public static PolicyDraft.TargetDraft target(String type, @Nullable String of) {
    return switch (type) {
      case "ON_CALL", "ROTATION_TEAM" -> new PolicyDraft.TargetDraft(type, of, null, null);
      case "TEAM", "TEAM_MANAGER" -> new PolicyDraft.TargetDraft(type, null, of, null);
      default -> new PolicyDraft.TargetDraft(type, null, null, of);
    };
  }

  /** Accepts an alert of the service router, as intake does, and begins its ladder. */
  public AlertGroup trigger(@Nullable String policy) {
    return trigger(policy, "Router latency is high");
  }

  public AlertGroup trigger(@Nullable String policy, String summary) {
    var service = people.catalog().service("router").map(Service::id).orElseGet(this::newService);
    var group =
        new AlertGroup(
            AlertGroupId.random(),
            AlertId.random(),
            ++number,
            "k" + number,
            service,
            Severity.CRITICAL,
            Urgency.HIGH,
            summary,
            AlertState.TRIGGERED,
            null,
            policy,
            null,
            clock.instant(),
            null);
    groups.put(group);
    database
        .transaction()
        .executeWithoutResult(_ -> bean(Escalation.class).begin(group, clock.instant()));
    return group;
  }

  private farol.alerting.catalog.ServiceId newService() {
    return people.service("router", "routing").id();
  }

  /** Moves due ladders on. */
  public void climb() {
    wakeups.run("escalation");
  }

  /** Sends due pages and waits until all have their outcome. */
  public void send() {
    wakeups.run("pages");
    bean(PageSender.class).settle();
  }

  /** Lets time pass, then does what is due, as the sweep does. */
  public void pass(Duration time) {
    clock.advance(time);
    climb();
    send();
  }

  public List<AlertStory.PageLine> pages(AlertGroup group) {
    return bean(AlertStory.class).pages(group.id());
  }

  /** Who was paged at which pass and level, as {@code 1.2 ana}. */
  public List<String> paged(AlertGroup group) {
    return pages(group).stream()
        .filter(page -> page.channel() != null)
        .map(page -> "%d.%d %s".formatted(page.pass(), page.level(), page.person()))
        .toList();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public TestDatabase database() {
    return database;
  }

  public SettableClock clock() {
    return clock;
  }

  public TestCatalog people() {
    return people;
  }

  public InMemoryGroups groups() {
    return groups;
  }

  @Override
  public void close() {
    context.close();
  }
}
