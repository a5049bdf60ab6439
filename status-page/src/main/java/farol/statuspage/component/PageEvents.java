package farol.statuspage.component;

import farol.alerting.storage.Timestamps;
import farol.alerting.storage.Wakeups;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says that the public picture changes. The row commits with the change itself, so that a renderer
 * on any node finds it, woken or not.
 */
@Component
public class PageEvents {
  /** The channel that wakes the renderer. */
  public static final String CHANNEL = "statuspage_changed";

  private final JdbcClient jdbc;
  private final Wakeups wakeups;

  PageEvents(JdbcClient jdbc, Wakeups wakeups) {
    this.jdbc = jdbc;
    this.wakeups = wakeups;
  }

  /** Records one change in the caller's transaction and answers its number. */
  public long changed(String kind, String subject, Instant at) {
    var id =
        jdbc.sql(
                """
                insert into statuspage.page_event (kind, subject, at)
                values (:kind, :subject, :at)
                returning id
                """)
            .param("kind", kind)
            .param("subject", subject)
            .param("at", Timestamps.of(at))
            .query(Long.class)
            .single();
    wakeups.wake(CHANNEL);
    return id;
  }
}
