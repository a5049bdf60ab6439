package farol.checklists;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Proxies;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole room on a real database, wired as the application wires it, with a clock of ours. */
public final class Room implements AutoCloseable {
  public final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
  public final Caminho caminho = new Caminho();
  public final List<String> audited = new CopyOnWriteArrayList<>();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @Configuration
  @EnableTransactionManagement
  static class Transactions {}

  /** The room; an empty address means that no mail server is set. */
  public Room(String smtpUrl) {
    var database = TestDatabase.with("checklists");
    var manager = new DataSourceTransactionManager(database.source());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("farol.smtp.url", smtpUrl)));
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(PlatformTransactionManager.class, () -> manager);
    context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(Catalog.class, () -> caminho);
    context.registerBean(Proxies.class);
    context.registerBean(Audit.class, () -> this::audit);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.register(Transactions.class);
    context.scan("farol.checklists");
    context.refresh();
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Every bean that carries the annotation. */
  public List<Object> all(Class<? extends java.lang.annotation.Annotation> annotation) {
    return List.copyOf(context.getBeansWithAnnotation(annotation).values());
  }

  private void audit(
      Actor actor,
      Instant at,
      String action,
      String object,
      @Nullable Object before,
      @Nullable Object after) {
    audited.add(action + " by " + actor.person().handle());
  }

  @Override
  public void close() {
    context.close();
  }
}
