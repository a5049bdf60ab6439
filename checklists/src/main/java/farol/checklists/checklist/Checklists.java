package farol.checklists.checklist;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every published checklist, in all its versions. */
@Component
public class Checklists {
  /** A version with its text as it was published. */
  public record Published(ChecklistVersion version, String text) {}

  private final JdbcClient jdbc;

  Checklists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All versions of all checklists, by checklist and version. */
  public List<Published> all() {
    return jdbc.sql(
            """
            select checklist, version, effective_from, source, sha256, document
            from checklists.checklist_version
            order by checklist, version
            """)
        .query(Checklists::published)
        .list();
  }

  /** The versions alone, as {@code evaluate} takes them. */
  public List<ChecklistVersion> versions() {
    return all().stream().map(Published::version).toList();
  }

  /** The newest version of each checklist. */
  public List<Published> newest() {
    return jdbc.sql(
            """
            select distinct on (checklist)
              checklist, version, effective_from, source, sha256, document
            from checklists.checklist_version
            order by checklist, version desc
            """)
        .query(Checklists::published)
        .list();
  }

  public Optional<Published> version(String id, int version) {
    return all().stream()
        .filter(one -> one.version().id().equals(id) && one.version().version() == version)
        .findFirst();
  }

  public Optional<Published> newest(String id) {
    return newest().stream().filter(one -> one.version().id().equals(id)).findFirst();
  }

  private static Published published(ResultSet row, int number) throws SQLException {
    var text = row.getString("document");
    return new Published(
        new ChecklistVersion(
            row.getInt("version"),
            Timestamps.read(row, "effective_from"),
            row.getString("source"),
            row.getString("sha256"),
            ChecklistReader.read(text)),
        text);
  }
}
