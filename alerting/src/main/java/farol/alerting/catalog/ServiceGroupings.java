package farol.alerting.catalog;

import farol.alerting.storage.Documents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each service groups its alerts. */
@Component
public class ServiceGroupings {
  private final JdbcClient jdbc;

  public ServiceGroupings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The grouping of the service; none when the service is unknown. */
  public Grouping of(ServiceId service) {
    return jdbc.sql("select grouping_rule::text from alerting.service where id = :id")
        .param("id", service.value())
        .query(String.class)
        .optional()
        .map(document -> Documents.read(document, Grouping.class))
        .orElse(Grouping.NONE);
  }
}
