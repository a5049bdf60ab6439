package farol.statuspage.renderer;

import farol.alerting.storage.Timestamps;
import farol.alerting.storage.Wakeups;
import farol.statuspage.snapshot.ManifestJson;
import farol.statuspage.snapshot.SnapshotSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rendered sets, from which every node's edge takes its bytes. */
@Repository
public class Snapshots {
  /** The channel that wakes the edges. */
  public static final String CHANNEL = "statuspage_rendered";

  /** How many sets stay in the database. */
  public static final int SETS_KEPT = 50;

  private final JdbcClient jdbc;
  private final Wakeups wakeups;

  public Snapshots(JdbcClient jdbc, Wakeups wakeups) {
    this.jdbc = jdbc;
    this.wakeups = wakeups;
  }

  /**
   * What stands in public.
   *
   * @param content changes only when the meaning of the page does
   */
  public record Live(
      long sequence, Instant asOf, Instant validUntil, String content, Instant contentSince) {}

  /** The newest set's facts, without its bytes. */
  public Optional<Live> live() {
    return jdbc.sql(
            """
            select sequence, as_of, valid_until, content, content_since
            from statuspage.snapshot_set order by sequence desc limit 1
            """)
        .query(
            (row, number) ->
                new Live(
                    row.getLong("sequence"),
                    Timestamps.read(row, "as_of"),
                    Timestamps.read(row, "valid_until"),
                    row.getString("content"),
                    Timestamps.read(row, "content_since")))
        .optional();
  }

  /** The newest set when its number is above {@code served}; bodies already known are not read. */
  public Optional<SnapshotSet> newerThan(long served, Map<String, byte[]> known) {
    return jdbc.sql(
            """
            select manifest from statuspage.snapshot_set
            where sequence > :served order by sequence desc limit 1
            """)
        .param("served", served)
        .query(String.class)
        .optional()
        .map(manifest -> whole(manifest.getBytes(StandardCharsets.UTF_8), known));
  }

  private SnapshotSet whole(byte[] bytes, Map<String, byte[]> known) {
    var manifest = ManifestJson.read(bytes);
    var bodies = new HashMap<String, byte[]>();
    var missing = new ArrayList<String>();
    for (var entry : manifest.files()) {
      for (var hash : entry.sha256().values()) {
        var body = known.get(hash);
        if (body == null) {
          missing.add(hash);
        } else {
          bodies.put(hash, body);
        }
      }
    }
    bodies.putAll(bodies(missing));
    return new SnapshotSet(manifest, bytes, bodies);
  }

  private Map<String, byte[]> bodies(Collection<String> hashes) {
    var bodies = new HashMap<String, byte[]>();
    jdbc.sql("select sha256, body from statuspage.snapshot_body where sha256 = any(:hashes)")
        .param("hashes", hashes.toArray(String[]::new))
        .query(
            row -> {
              bodies.put(row.getString("sha256"), row.getBytes("body"));
            });
    return bodies;
  }

  /** Stores a set after the one before it; a second writer of the same number fails. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(SetPress.Pressed pressed, @Nullable SnapshotSet before) {
    var manifest = pressed.set().manifest();
    jdbc.sql(
            """
            insert into statuspage.snapshot_set (sequence, as_of, valid_until, content,
              content_since, manifest, manifest_sha256)
            values (:sequence, :asOf, :until, :content, :since, :manifest, :hash)
            """)
        .param("sequence", manifest.sequence())
        .param("asOf", Timestamps.of(manifest.asOf()))
        .param("until", Timestamps.of(manifest.validUntil()))
        .param("content", pressed.content())
        .param("since", Timestamps.of(pressed.contentSince()))
        .param("manifest", new String(pressed.set().manifestBytes(), StandardCharsets.UTF_8))
        .param("hash", pressed.set().hash())
        .update();
    var bodies = pressed.set().bodies();
    jdbc.sql(
            """
            update statuspage.snapshot_body set last_sequence = :sequence
            where sha256 = any(:hashes)
            """)
        .param("sequence", manifest.sequence())
        .param("hashes", bodies.keySet().toArray(String[]::new))
        .update();
    bodies.forEach(
        (hash, body) -> {
          if (before == null || !before.bodies().containsKey(hash)) {
            insert(hash, body, manifest.sequence());
          }
        });
    removeOld(manifest.sequence() - SETS_KEPT);
    wakeups.wake(CHANNEL);
  }

  private void insert(String hash, byte[] body, long sequence) {
    jdbc.sql(
            """
            insert into statuspage.snapshot_body (sha256, body, last_sequence)
            values (:hash, :body, :sequence)
            on conflict on constraint snapshot_body_pk do nothing
            """)
        .param("hash", hash)
        .param("body", body)
        .param("sequence", sequence)
        .update();
  }

  private void removeOld(long upTo) {
    jdbc.sql("delete from statuspage.snapshot_set where sequence <= :upTo")
        .param("upTo", upTo)
        .update();
    jdbc.sql("delete from statuspage.snapshot_body where last_sequence <= :upTo")
        .param("upTo", upTo)
        .update();
  }

  /** The changes of the public picture that no set shows yet. */
  List<Long> waiting() {
    return jdbc.sql("select id from statuspage.page_event where rendered_in is null order by id")
        .query((row, number) -> row.getLong("id"))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void rendered(List<Long> events, long sequence) {
    jdbc.sql("update statuspage.page_event set rendered_in = :sequence where id = any(:ids)")
        .param("sequence", sequence)
        .param("ids", events.toArray(Long[]::new))
        .update();
    jdbc.sql("delete from statuspage.page_event where rendered_in <= :upTo")
        .param("upTo", sequence - SETS_KEPT)
        .update();
  }

  /** Whether a promised update fell due in {@code [from, to)}. */
  boolean promiseBroke(Instant from, Instant to) {
    return jdbc.sql(
            """
            select exists (select from statuspage.incident
              where resolved_at is null and kind <> 'EXERCISE' and published_at is not null
                and next_update_at >= :from and next_update_at < :to)
            """)
        .param("from", Timestamps.of(from))
        .param("to", Timestamps.of(to))
        .query(Boolean.class)
        .single();
  }
}
