package farol.statuspage.component;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class JdbcPage {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final String url;
  private final String consoleUrl;

  JdbcPage(
      JdbcClient jdbc,
      @Value("${farol.status.url:http://localhost:${farol.status.port:8081}/}") String url,
      @Value("${farol.console.url:http://localhost:${server.port:8080}/}") String consoleUrl) {
    this.jdbc = jdbc;
    this.url = url;
    this.consoleUrl = consoleUrl;
  }

  Page page(Instant now) {
    var found = jdbc.sql("select * from statuspage.page").query(JdbcPage::row).optional();
    return found.orElseGet(
        () -> {
          insert(fresh(now));
          return jdbc.sql("select * from statuspage.page").query(JdbcPage::row).single();
        });
  }

  private Page fresh(Instant now) {
    return new Page(
        PublicId.next(),
        "Platform",
        url,
        ZoneId.of("Etc/UTC"),
        2,
        Weights.DEFAULT,
        72,
        90,
        10,
        false,
        List.of(),
        consoleUrl,
        now,
        now);
  }

  private void insert(Page page) {
    bound(
            jdbc.sql(
                """
                insert into statuspage.page (id, name, url, time_zone, places, weights,
                  notice_hours, valid_for_seconds, overrun_grace_minutes, second_person_approves,
                  allowed_networks, console_url, created_at, updated_at)
                values (:id, :name, :url, :zone, :places, :weights, :notice, :valid, :grace,
                  :second, :networks, :console, :updated, :updated)
                on conflict on constraint page_is_one do nothing
                """),
            page)
        .update();
  }

  void save(Page page) {
    bound(
            jdbc.sql(
                """
                update statuspage.page
                set name = :name, url = :url, time_zone = :zone, places = :places,
                  weights = :weights, notice_hours = :notice, valid_for_seconds = :valid,
                  overrun_grace_minutes = :grace, second_person_approves = :second,
                  allowed_networks = :networks, console_url = :console, updated_at = :updated
                where id = :id
                """),
            page)
        .update();
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Page page) {
    return statement
        .param("id", page.id())
        .param("name", page.name())
        .param("url", page.url())
        .param("zone", page.timeZone().getId())
        .param("places", page.places())
        .param("weights", Documents.of(page.weights()))
        .param("notice", page.noticeHours())
        .param("valid", page.validForSeconds())
        .param("grace", page.overrunGraceMinutes())
        .param("second", page.secondPersonApproves())
        .param("networks", Documents.of(page.allowedNetworks()))
        .param("console", page.consoleUrl())
        .param("updated", Timestamps.of(page.updatedAt()));
  }

  private static Page row(ResultSet row, int number) throws SQLException {
    return new Page(
        row.getString("id"),
        row.getString("name"),
        row.getString("url"),
        ZoneId.of(row.getString("time_zone")),
        row.getInt("places"),
        Documents.read(row.getString("weights"), Weights.class),
        row.getInt("notice_hours"),
        row.getInt("valid_for_seconds"),
        row.getInt("overrun_grace_minutes"),
        row.getBoolean("second_person_approves"),
        Documents.read(row.getString("allowed_networks"), TEXTS),
        row.getString("console_url"),
        Timestamps.read(row, "created_at"),
        Timestamps.read(row, "updated_at"));
  }
}
