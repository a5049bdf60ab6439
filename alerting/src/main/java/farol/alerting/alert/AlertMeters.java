package farol.alerting.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how many alerts are open, by severity; counted when it is asked. */
@Component
class AlertMeters {
  private final JdbcClient jdbc;

  AlertMeters(JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    for (var severity : Severity.values()) {
      Gauge.builder("farol.alerting.open.alerts", this, self -> self.open(severity))
          .tag("severity", severity.name().toLowerCase(Locale.ROOT))
          .description("Alerts that are not resolved")
          .strongReference(true)
          .register(meters);
    }
  }

  private double open(Severity severity) {
    return jdbc.sql(
            """
            select count(*) from alerting.alert
            where state <> 'RESOLVED' and severity = :severity
            """)
        .param("severity", severity.name())
        .query(Long.class)
        .single();
  }
}
