package farol.console;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one place that reads the system's clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfiguration {
  /** A {@link Clock} so that Spring's own parts read the same time as ours. */
  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }
}
