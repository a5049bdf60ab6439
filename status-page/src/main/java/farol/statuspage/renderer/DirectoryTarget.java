package farol.statuspage.renderer;

import farol.alerting.storage.Timestamps;
import farol.statuspage.snapshot.BadSet;
import farol.statuspage.snapshot.SetFolder;
import farol.statuspage.snapshot.SnapshotSet;
import farol.statuspage.snapshot.Trust;
import farol.statuspage.snapshot.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets as a folder that any file server can serve, read back after each write. A full or read-only
 * disk is told on the desk and keeps nobody else from the set.
 */
class DirectoryTarget {
  static final String NAME = "directory";
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryTarget.class);

  private final Path site;
  private final JdbcClient jdbc;

  DirectoryTarget(Path site, JdbcClient jdbc) {
    this.site = site;
    this.jdbc = jdbc;
  }

  void push(SnapshotSet set, Instant now) {
    try {
      var folder = SetFolder.write(site, set);
      Verification.check(SetFolder.read(folder), Trust.ofTheSource());
      tell(set.manifest().sequence(), now, null);
    } catch (IOException | BadSet failed) {
      LOG.warn("The set {} could not be written to {}", set.manifest().sequence(), site, failed);
      tell(null, null, String.valueOf(failed));
    }
  }

  private void tell(@Nullable Long sequence, @Nullable Instant at, @Nullable String error) {
    jdbc.sql(
            """
            insert into statuspage.target (name, kind, last_sequence, last_verified_at, error)
            values (:name, 'directory', :sequence, :at, :error)
            on conflict on constraint target_pk do update
            set last_sequence = coalesce(excluded.last_sequence, target.last_sequence),
              last_verified_at = coalesce(excluded.last_verified_at, target.last_verified_at),
              error = excluded.error
            """)
        .param("name", NAME)
        .param("sequence", sequence)
        .param("at", Timestamps.ofNullable(at))
        .param("error", error)
        .update();
  }

  /** A place sets are pushed to, as the desk shows it. */
  public record Target(
      String name,
      @Nullable Long lastSequence,
      @Nullable Instant lastVerifiedAt,
      @Nullable String error) {}

  static List<Target> all(JdbcClient jdbc) {
    return jdbc.sql("select * from statuspage.target order by name")
        .query(
            (row, number) ->
                new Target(
                    row.getString("name"),
                    row.getObject("last_sequence", Long.class),
                    Timestamps.readNullable(row, "last_verified_at"),
                    row.getString("error")))
        .list();
  }
}
