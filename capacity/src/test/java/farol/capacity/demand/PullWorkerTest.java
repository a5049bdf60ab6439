package farol.capacity.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import farol.capacity.pool.Pool;
import farol.capacity.pool.PoolStatus;
import farol.capacity.pool.Pools;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

class PullWorkerTest {
  private static final PoolKey POOL = new PoolKey("us-east", "standard-2x");
  private final SettableClock clock = SettableClock.at("2026-03-02T09:20:00Z");
  private final FakeCloud cloud = new FakeCloud();
  private final TestDatabase database = TestDatabase.with("capacity");
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final Audit unheard = (actor, at, action, object, before, after) -> {};

  @Configuration
  @EnableTransactionManagement
  static class Transactions {}

  @BeforeEach
  void start() {
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(FakeCloud.class, () -> cloud);
    context.registerBean(Audit.class, () -> unheard);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.register(Transactions.class);
    context.scan("farol.capacity");
    context.refresh();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void findsThePoolAndStoresEveryWholeHour() {
    tick();

    var status = status();
    assertThat(status.apps()).extracting(SeriesRow::slug).containsExactly("blog-us", "shop-us");
    assertThat(status.pool().dynos()).isEqualTo(12);
    assertThat(status.pool().zones()).containsExactly("us-east-1a", "us-east-1b", "us-east-1c");
    assertThat(status.demand().until()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(status.demand().gaps()).isZero();
    var last = Instant.parse("2026-03-02T08:00:00Z");
    assertThat(status.demand().last()).isCloseTo(FakeCloud.rate(last), within(1e-9));
    assertThat(count()).isEqualTo(2 * 35 * 24);
  }

  @Test
  void asksOnlyForWhatIsNew() {
    tick();
    var first = cloud.asked.size();
    clock.advance(Duration.ofSeconds(30));
    tick();
    assertThat(cloud.asked).hasSize(first);

    clock.advance(Duration.ofHours(2));
    tick();

    assertThat(cloud.asked).hasSize(first + 1);
    assertThat(cloud.asked.getLast()).isEqualTo("2026-03-02T08:00:00Z 2026-03-02T12:00:00Z");
    assertThat(count()).isEqualTo(2 * (35 * 24 + 2));
  }

  @Test
  void headroomFollowsTheFormationAndTheStatedRate() {
    tick();
    assertThat(status().headroom()).isNull();
    assertThat(status().sentence()).contains("no safe rate stated");

    context.getBean(Pools.class).change(actor(Role.RESPONDER), POOL, PullWorkerTest::carriesFifty);

    var headroom = Objects.requireNonNull(status().headroom());
    assertThat(headroom.capacity()).isEqualTo(600);
    assertThat(headroom.demand()).isCloseTo(300, within(0.01));
    assertThat(headroom.now()).isCloseTo(0.5, within(0.001));
    cloud.dynos = 2;
    clock.advance(Duration.ofSeconds(30));
    tick();
    assertThat(status().headroom()).isNotNull();
    assertThat(status().sentence())
        .isEqualTo(
            "us-east/standard-2x is short by 2 dynos at the highest hour of the next 7 days.");
  }

  @Test
  void aSilentSourceLeavesTheLastDataStanding() {
    tick();
    var before = status().demand();
    cloud.down = true;

    for (var attempt = 0; attempt < 3; attempt++) {
      clock.advance(Duration.ofSeconds(30));
      tick();
    }

    var source = Objects.requireNonNull(status().source());
    assertThat(source.state()).isEqualTo(Source.State.SILENT);
    assertThat(source.text()).isEqualTo("The platform gave no answer");
    assertThat(source.stateSince()).isEqualTo(clock.instant());
    assertThat(status().demand().last()).isEqualTo(before.last());
    assertThat(status().pool().dynos()).isEqualTo(12);

    cloud.down = false;
    clock.advance(Duration.ofSeconds(30));
    tick();
    var again = Objects.requireNonNull(status().source());
    assertThat(again.state()).isEqualTo(Source.State.ALIVE);
  }

  @Test
  void aPullThatDiedIsTakenOverAfterItsLease() {
    context.getBean(Pull.class).claim(clock.instant());
    tick();
    assertThat(count()).isZero();

    clock.advance(Pull.LEASE);
    tick();

    assertThat(count()).isPositive();
  }

  @Test
  void aViewerStatesNothing() {
    tick();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                context
                    .getBean(Pools.class)
                    .change(actor(Role.VIEWER), POOL, PullWorkerTest::carriesFifty));
  }

  private static Pool carriesFifty(Pool pool) {
    return new Pool(
        pool.id(),
        pool.key(),
        pool.platform(),
        pool.zones(),
        pool.dynos(),
        pool.seenAt(),
        50.0,
        pool.drainedShare(),
        pool.leadTimeDays(),
        null,
        null);
  }

  private void tick() {
    context.getBean(PullWorker.class).tick();
  }

  private PoolStatus status() {
    return context.getBean(Pools.class).find(POOL).orElseThrow();
  }

  private int count() {
    return database
        .jdbc()
        .sql("select count(*) from capacity.observation")
        .query(Integer.class)
        .single();
  }

  private static Actor actor(Role role) {
    return Actor.session(
        new Person(
            PersonId.random(),
            "bo",
            "Bo",
            "bo@caminho.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            role,
            true),
        "test");
  }
}
