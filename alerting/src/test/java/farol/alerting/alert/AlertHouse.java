package farol.alerting.alert;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Grouping;
import farol.alerting.catalog.HouseServices;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.ServiceGroupings;
import farol.alerting.catalog.TestCatalog;
import farol.alerting.storage.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Everything about alerts over a real database, with a router of the team routing and its sender.
 * Two of them over one database are two nodes.
 */
public final class AlertHouse {
  public static final String KEY = "testPagerDutyRouter0000000000001";

  private final TestDatabase database;
  private final TestCatalog catalog;
  private final RecordingEscalation escalation = new RecordingEscalation();
  private final SettableStory story = new SettableStory();
  private final List<Object> events = Collections.synchronizedList(new ArrayList<>());
  private final JdbcIntegrations integrations;
  private final IntegrationDesk integrationDesk;
  private final Intake intake;
  private final AlertDesk desk;
  private final AlertBoard board;
  private final AlertGroups groups;
  private final AlertLinks links;
  private final InternalAlerts internal;
  private final FlapWorker flapWorker;
  private final AlertArchive archive;

  private AlertHouse(TestDatabase database, TestCatalog catalog, InstantSource clock) {
    this.database = database;
    this.catalog = catalog;
    var jdbc = database.jdbc();
    var alerts = new JdbcAlerts(jdbc);
    var rows = new JdbcGroupRows(jdbc);
    var history = new AlertHistory(jdbc);
    var settlement = new GroupSettlement(alerts, rows, history, escalation, story);
    ApplicationEventPublisher publisher = events::add;
    this.integrations = new JdbcIntegrations(jdbc, clock);
    this.integrationDesk =
        new IntegrationDesk(integrations, catalog.catalog(), catalog.audit(), clock);
    this.intake =
        new Intake(
            alerts,
            new Signals(jdbc),
            history,
            settlement,
            new Changes(jdbc),
            new ServiceGroupings(jdbc),
            publisher,
            clock);
    this.desk = new AlertDesk(alerts, history, settlement, catalog.audit(), publisher, clock);
    this.board =
        new AlertBoard(
            jdbc, new AlertDetails(jdbc, catalog.catalog(), story), catalog.catalog(), story);
    this.groups = new JdbcAlertGroups(alerts, rows, history, desk);
    this.links = new JdbcAlertLinks(jdbc, alerts, rows, history, escalation);
    this.internal = new HouseAlerts(intake, catalog.catalog(), HouseServices.in(database, catalog));
    this.archive = new AlertArchive(alerts, rows, history);
    this.flapWorker = new FlapWorker(rows, settlement, clock);
  }

  /** A house with a router whose alerts are grouped so, and people admin, lia, ana and bo. */
  public static AlertHouse in(TestDatabase database, InstantSource clock, Grouping grouping) {
    var catalog = TestCatalog.in(database, clock);
    catalog.person("ana", Role.RESPONDER);
    catalog.person("bo", Role.RESPONDER);
    catalog.person("lia", Role.MANAGER);
    catalog.team("routing", "lia", "ana");
    catalog.service("router", "routing", grouping);
    var house = new AlertHouse(database, catalog, clock);
    house.integrationDesk.create(
        catalog.admin(),
        new IntegrationDraft("router", "router", IntegrationKind.PAGERDUTY, KEY, Set.of()));
    return house;
  }

  public static AlertHouse in(TestDatabase database, InstantSource clock) {
    return in(database, clock, Grouping.NONE);
  }

  /** A second node over the same database. */
  public AlertHouse node(InstantSource clock) {
    return new AlertHouse(database, catalog, clock);
  }

  /** What the doors call: every call commits on its own. */
  public IntakeGate gate() {
    return new IntakeGate(committing(), integrations, new SimpleMeterRegistry());
  }

  private Intake committing() {
    var proxy = new org.springframework.aop.framework.ProxyFactory(intake);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        (org.aopalliance.intercept.MethodInterceptor)
            call -> database.transaction().execute(_ -> proceeded(call)));
    return (Intake) proxy.getProxy();
  }

  private static @Nullable Object proceeded(org.aopalliance.intercept.MethodInvocation call) {
    try {
      return call.proceed();
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  public Integration integration() {
    return integrations.byKey(KEY).orElseThrow();
  }

  /** Accepts and commits, as a door would. */
  List<Accepted> accept(News... news) {
    return committed(
        () -> intake.accept(integration(), IntegrationKind.PAGERDUTY, Arrays.asList(news)));
  }

  <T> T committed(Supplier<T> work) {
    return java.util.Objects.requireNonNull(database.transaction().execute(_ -> work.get()));
  }

  void commit(Runnable work) {
    database.transaction().executeWithoutResult(_ -> work.run());
  }

  static News.Trigger trigger(String key) {
    return trigger(key, Severity.CRITICAL, null, null);
  }

  static News.Trigger trigger(
      String key, Severity severity, @Nullable String groupKey, @Nullable Instant at) {
    var content =
        new AlertContent(
            key + " is down", "test", severity, severity.urgency(), Map.of(), Map.of(), List.of());
    return new News.Trigger(key, groupKey, content, at, "{}");
  }

  static News.Resolve resolve(String key) {
    return new News.Resolve(key, null, "{}");
  }

  AlertDetail only() {
    var all = board.alerts(AlertFilter.ALL, 10, null).items();
    if (all.size() != 1) {
      throw new AssertionError("%d alerts instead of one".formatted(all.size()));
    }
    return all.getFirst();
  }

  AlertDetail alert(String key) {
    var filter = new AlertFilter(key, null, null, null, null, null, null, null, null);
    return board.alerts(filter, 10, null).items().getFirst();
  }

  int signals() {
    return database
        .jdbc()
        .sql("select count(*) from alerting.signal")
        .query(Integer.class)
        .single();
  }

  public Actor actor(String handle) {
    return catalog.actor(handle);
  }

  public TestCatalog catalog() {
    return catalog;
  }

  RecordingEscalation escalation() {
    return escalation;
  }

  SettableStory story() {
    return story;
  }

  List<Object> events() {
    return events;
  }

  public IntegrationDesk integrationDesk() {
    return integrationDesk;
  }

  public AlertDesk desk() {
    return desk;
  }

  public AlertBoard board() {
    return board;
  }

  AlertGroups groups() {
    return groups;
  }

  AlertLinks links() {
    return links;
  }

  InternalAlerts internal() {
    return internal;
  }

  AlertArchive archive() {
    return archive;
  }

  FlapWorker flapWorker() {
    return flapWorker;
  }
}
