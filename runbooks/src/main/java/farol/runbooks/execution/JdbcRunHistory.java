package farol.runbooks.execution;

import farol.alerting.storage.Timestamps;
import farol.runbooks.library.RunHistory;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest ended run of each runbook. */
@Component
class JdbcRunHistory implements RunHistory {
  private final JdbcClient jdbc;

  JdbcRunHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(String runbook, LastRun run) {}

  @Override
  public Map<String, LastRun> last() {
    var last = new HashMap<String, LastRun>();
    jdbc.sql(
            """
            select distinct on (runbook) runbook, status, ended_at
            from runbooks.run
            where ended_at is not null
            order by runbook, ended_at desc
            """)
        .query(
            (row, _) ->
                new Row(
                    row.getString("runbook"),
                    new LastRun(
                        Timestamps.read(row, "ended_at"),
                        row.getString("status").endsWith("FAILED"))))
        .list()
        .forEach(row -> last.put(row.runbook(), row.run()));
    return last;
  }
}
