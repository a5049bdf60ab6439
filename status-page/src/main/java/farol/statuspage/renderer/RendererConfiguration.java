package farol.statuspage.renderer;

import farol.alerting.storage.Wakeups;
import farol.statuspage.component.PageSettings;
import farol.statuspage.snapshot.SigningKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the renderer together with its key and its folder under {@code FAROL_HOME}. */
@Configuration(proxyBeanMethods = false)
class RendererConfiguration {
  @Bean(destroyMethod = "close")
  RenderWorker statusPageRenderer(
      PageSettings settings,
      PageReader reader,
      Snapshots snapshots,
      PlatformTransactionManager transactions,
      DataSource source,
      JdbcClient jdbc,
      Wakeups wakeups,
      InstantSource clock,
      MeterRegistry metrics,
      @Value("${farol.home:.farol}") Path home) {
    var folder = home.resolve("status-page");
    var press = new SetPress(SigningKey.at(folder.resolve("signing.key")));
    return new RenderWorker(
        new Renderer(settings, reader, snapshots, press, transactions),
        new DirectoryTarget(folder.resolve("site"), jdbc),
        new WriterLock(source),
        wakeups,
        clock,
        metrics);
  }
}
