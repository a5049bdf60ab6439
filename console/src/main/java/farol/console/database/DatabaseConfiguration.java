package farol.console.database;

import com.zaxxer.hikari.HikariDataSource;
import farol.console.start.StartRefused;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database and migrates it before anything else touches it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int POOL_SIZE = 24;
  private static final long CONNECT_TIMEOUT_MILLIS = 5_000;

  @Bean(destroyMethod = "close")
  FarolHome farolHome(@Value("${farol.home}") Path path) {
    return FarolHome.take(path);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(name = "farol.database.url", havingValue = "", matchIfMissing = true)
  EmbeddedServer embeddedServer(FarolHome home) {
    return EmbeddedServer.start(home);
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

  private static void migrate(DataSource source, String url) {
    try {
      Schemas.migrate(source);
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
