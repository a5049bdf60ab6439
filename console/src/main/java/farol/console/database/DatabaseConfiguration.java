package farol.console.database;

import com.zaxxer.hikari.HikariDataSource;
import farol.console.start.StartRefused;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database and migrates it before anything else touches it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);
  private static final int POOL_SIZE = 24;
  private static final long CONNECT_TIMEOUT_MILLIS = 5_000;

  @Bean(destroyMethod = "close")
  FarolHome farolHome(@Value("${farol.home}") Path path) {
    return FarolHome.take(path);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${farol.database.url:}'.isBlank()")
  EmbeddedServer embeddedServer(FarolHome home) {
    var began = System.nanoTime();
    var server = EmbeddedServer.start(home);
    LOG.info("The embedded PostgreSQL is up after {} ms", millisSince(began));
    return server;
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      ObjectProvider<EmbeddedServer> embedded,
      @Value("${farol.database.url:}") String url,
      @Value("${farol.database.username:}") String username,
      @Value("${farol.database.password:}") String password) {
    var source = new HikariDataSource();
    source.setPoolName("farol");
    source.setMaximumPoolSize(POOL_SIZE);
    source.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
    var server = embedded.getIfAvailable();
    source.setJdbcUrl(server == null ? url : server.url());
    source.setUsername(server == null ? username : EmbeddedServer.USER);
    source.setPassword(server == null ? password : server.password());
    migrate(source, server == null ? url : server.url());
    return source;
  }

  private static long millisSince(long began) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private static void migrate(DataSource source, String url) {
    try {
      var began = System.nanoTime();
      Schemas.migrate(source);
      LOG.info("The schemas stand after {} ms", millisSince(began));
    } catch (StartRefused refused) {
      throw refused;
    } catch (RuntimeException failed) {
      throw new StartRefused(
          "The database %s cannot be opened or migrated: %s"
              .formatted(url, String.valueOf(failed.getMessage()).lines().findFirst().orElse("")),
          failed);
    }
  }
}
