package farol.alerting.notify;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertLinks;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.InternalAlerts;
import farol.alerting.alert.Severity;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.TestCatalog;
import farol.alerting.door.Secrets;
import farol.alerting.escalation.PolicyDesk;
import farol.alerting.escalation.PolicyDraft;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.alerting.storage.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The room as a whole: accepted, escalated, sent, acknowledged by link, accounted for. */
class WholeWayTest {
  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final TestDatabase database = TestDatabase.with("alerting");
  private final ManualWakeups wakeups = new ManualWakeups();
  private final WebhookSink sink = new WebhookSink();
  private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = "farol.alerting",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*(\\.web\\..*|\\.storage\\..*|PagingHouse.*|WholeWayTest.*)"))
  static class Room {}

  /** Keeps texts as they are: what is tested here is not their encryption. */
  private static final class OpenSecrets implements Secrets {
    @Override
    public String seal(String plain) {
      return plain;
    }

    @Override
    public String open(String sealed) {
      return sealed;
    }
  }

  WholeWayTest() throws IOException {}

  @BeforeEach
  void furnish() {
    room.getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("farol.outgoing.allowed", "loopback")));
    room.registerBean(DataSource.class, database::source);
    room.registerBean(JdbcClient.class, database::jdbc);
    room.registerBean(
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    room.registerBean(InstantSource.class, () -> clock);
    room.registerBean(Secrets.class, OpenSecrets::new);
    room.registerBean(Wakeups.class, () -> wakeups);
    room.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    room.register(Room.class);
    room.refresh();
    var people = TestCatalog.in(database, clock);
    people.person("pia", Role.MANAGER);
    people.team("sre", "pia");
    people.service("router", "sre");
    room.getBean(PolicyDesk.class).setLastResort(people.admin(), List.of("pia"), List.of());
    var pia = new PolicyDraft.TargetDraft("PERSON", null, null, "pia");
    var level = new PolicyDraft.LevelDraft(List.of(pia), 300, null, null);
    room.getBean(PolicyDesk.class)
        .create(
            people.admin(), new PolicyDraft("sre-ladder", "SRE", "sre", 1, null, List.of(level)));
    room.getBean(ContactMethodDesk.class)
        .add(
            people.admin(),
            "pia",
            new ContactMethodDesk.Draft(
                "WEBHOOK", sink.url(), null, null, null, null, true, "test"));
  }

  @AfterEach
  void close() {
    room.close();
    sink.close();
  }

  @Test
  void anAcceptedAlertReachesAPersonWhoAcknowledgesByLinkAndIsAccountedFor() {
    var alert = raise("sre-ladder");
    assertThat(reconciled()).isEqualTo(new PageLedger.Reconciliation(1, Map.of(), 1, 0, List.of()));

    wakeups.run("escalation");
    send();
    var body = JsonMapper.builder().build().readTree(sink.received().getFirst().body());
    var url = body.get("acknowledgeUrl").asString();
    assertThat(body.get("viewUrl").asString()).endsWith("/alerts/" + number(alert));
    room.getBean(AcknowledgeByLink.class).press(url.substring(url.lastIndexOf('/') + 1), "test");

    var group = room.getBean(AlertGroups.class).group(group(alert)).orElseThrow();
    assertThat(group.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(reconciled())
        .isEqualTo(new PageLedger.Reconciliation(1, Map.of("ACKNOWLEDGED", 1L), 0, 0, List.of()));
    clock.advance(Duration.ofHours(1));
    wakeups.run("escalation");
    send();
    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void aResolvedAlertPagesNobodyAnyMore() {
    raise();
    database
        .transaction()
        .executeWithoutResult(
            _ -> room.getBean(InternalAlerts.class).resolve("k1", clock.instant()));

    wakeups.run("escalation");
    send();

    assertThat(sink.received()).isEmpty();
    assertThat(reconciled().outcomes()).isEqualTo(Map.of("RESOLVED", 1L));
  }

  @Test
  void anExhaustedLadderIsAnOutcomeAndTheLastResortIsRepeated() {
    raise();
    wakeups.run("escalation");
    send();
    clock.advance(Duration.ofMinutes(30));
    wakeups.run("escalation");
    send();

    assertThat(reconciled().outcomes()).isEqualTo(Map.of("EXHAUSTED", 1L));
    assertThat(sink.received()).hasSize(2);
  }

  @Test
  void theLedgerIsReadInPartsAndByFilter() {
    var alert = raise();
    wakeups.run("escalation");
    send();
    var ledger = room.getBean(PageLedger.class);

    var first = ledger.pages(all(), 1, null);
    var rest = ledger.pages(all(), 10, first.next());

    assertThat(first.items()).hasSize(1);
    assertThat(first.next()).isNotNull();
    assertThat(rest.items()).hasSize(1);
    assertThat(rest.next()).isNull();
    assertThat(
            ledger
                .pages(
                    new PageLedger.Filter(null, null, null, "router", "pia", "SENT", alert.value()),
                    10,
                    null)
                .items())
        .hasSize(1);
    assertThat(
            ledger
                .pages(
                    new PageLedger.Filter(null, null, "no such key", null, null, null, null),
                    10,
                    null)
                .items())
        .isEmpty();
  }

  private static PageLedger.Filter all() {
    return new PageLedger.Filter(null, null, null, null, null, null, null);
  }

  private AlertId raise() {
    return raise(null);
  }

  private AlertId raise(@Nullable String policy) {
    var raised =
        new InternalAlerts.Raised(
            "k1", "router", Severity.CRITICAL, "Router down", policy, null, null);
    return room.getBean(InternalAlerts.class).raise(raised, clock.instant());
  }

  private void send() {
    wakeups.run("pages");
    room.getBean(PageSender.class).settle();
  }

  private PageLedger.Reconciliation reconciled() {
    return room.getBean(PageLedger.class).reconcile(null, null, null);
  }

  private long number(AlertId alert) {
    return room.getBean(AlertLinks.class).alert(alert).orElseThrow().number();
  }

  private AlertGroupId group(AlertId alert) {
    return room.getBean(AlertLinks.class).alert(alert).orElseThrow().group();
  }
}
