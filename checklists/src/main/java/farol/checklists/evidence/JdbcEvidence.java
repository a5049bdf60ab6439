package farol.checklists.evidence;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Evidence in its table; rows are only ever added. */
@Component
class JdbcEvidence {
  /** The newest records per check the gate reads, beside the newest conclusive ones. */
  private static final int NEWEST = 200;

  private static final String SELECT =
      """
      select e.*, w.withdrawn_at
      from checklists.evidence e
      left join checklists.evidence_withdrawal w on w.evidence = e.id
      """;

  private final JdbcClient jdbc;

  JdbcEvidence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Evidence evidence) {
    jdbc.sql(
            """
            insert into checklists.evidence
              (id, service, check_id, check_revision, kind, result, summary, observed, source,
               collector, by_person, observed_at, recorded_at, ttl_seconds, sha256)
            values
              (:id, :service, :check, :revision, :kind, :result, :summary, :observed, :source,
               :collector, :by, :observedAt, :recordedAt, :ttl, :sha256)
            """)
        .param("id", evidence.id())
        .param("service", evidence.service().value())
        .param("check", evidence.check())
        .param("revision", evidence.checkRevision())
        .param("kind", evidence.kind().name())
        .param("result", evidence.result().name())
        .param("summary", evidence.summary())
        .param("observed", Documents.of(evidence.observed()))
        .param("source", evidence.source())
        .param("collector", evidence.collector())
        .param("by", evidence.by() == null ? null : evidence.by().value())
        .param("observedAt", Timestamps.of(evidence.observedAt()))
        .param("recordedAt", Timestamps.of(evidence.recordedAt()))
        .param("ttl", evidence.ttl() == null ? null : evidence.ttl().toSeconds())
        .param("sha256", evidence.sha256())
        .update();
  }

  Optional<Evidence> byId(UUID id) {
    return jdbc.sql(SELECT + "where e.id = :id")
        .param("id", id)
        .query(JdbcEvidence::evidence)
        .optional();
  }

  /** Newest first, of one check or of all. */
  List<Evidence> history(ServiceId service, @Nullable String check, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where e.service = :service and (:check::text is null or e.check_id = :check)
                order by e.observed_at desc, e.recorded_at desc, e.id desc
                limit :limit
                """)
        .param("service", service.value())
        .param("check", check)
        .param("limit", limit)
        .query(JdbcEvidence::evidence)
        .list();
  }

  /**
   * What the gate weighs: per check the newest records, and always the newest conclusive one of a
   * machine and of a person, however many came after it. Recorded by {@code known}.
   */
  List<Evidence> newest(ServiceId service, Collection<String> checks, Instant known) {
    return jdbc.sql(
            """
            select e.*, w.withdrawn_at
            from unnest(:checks::text[]) as asked (check_id)
            cross join lateral (
              (select * from checklists.evidence
               where service = :service and check_id = asked.check_id and recorded_at <= :known
               order by observed_at desc, recorded_at desc, id desc limit :newest)
              union
              (select * from checklists.evidence
               where service = :service and check_id = asked.check_id and recorded_at <= :known
                 and kind <> 'ATTESTED' and result <> 'UNKNOWN'
               order by observed_at desc, recorded_at desc, id desc limit 1)
              union
              (select * from checklists.evidence a
               where service = :service and check_id = asked.check_id and recorded_at <= :known
                 and kind = 'ATTESTED' and not exists (
                   select 1 from checklists.evidence_withdrawal where evidence = a.id)
               order by observed_at desc, recorded_at desc, id desc limit 1)
            ) e
            left join checklists.evidence_withdrawal w on w.evidence = e.id
            """)
        .param("checks", checks.toArray(String[]::new))
        .param("service", service.value())
        .param("known", Timestamps.of(known))
        .param("newest", NEWEST)
        .query(JdbcEvidence::evidence)
        .list();
  }

  int recordedSince(ServiceId service, String check, Instant since) {
    return jdbc.sql(
            """
            select count(*) from checklists.evidence
            where service = :service and check_id = :check and recorded_at > :since
            """)
        .param("service", service.value())
        .param("check", check)
        .param("since", Timestamps.of(since))
        .query(Integer.class)
        .single();
  }

  /** False when it was withdrawn before. */
  boolean withdraw(UUID evidence, PersonId by, Instant at) {
    return jdbc.sql(
                """
                insert into checklists.evidence_withdrawal (evidence, by_person, withdrawn_at)
                values (:evidence, :by, :at)
                on conflict do nothing
                """)
            .param("evidence", evidence)
            .param("by", by.value())
            .param("at", Timestamps.of(at))
            .update()
        == 1;
  }

  private static Evidence evidence(ResultSet row, int number) throws SQLException {
    var by = row.getObject("by_person", UUID.class);
    var ttl = row.getObject("ttl_seconds", Long.class);
    return new Evidence(
        row.getObject("id", UUID.class),
        new ServiceId(row.getObject("service", UUID.class)),
        row.getString("check_id"),
        row.getInt("check_revision"),
        Kind.valueOf(row.getString("kind")),
        Result.valueOf(row.getString("result")),
        row.getString("summary"),
        Documents.read(row.getString("observed"), new TypeReference<>() {}),
        row.getString("source"),
        row.getString("collector"),
        by == null ? null : new PersonId(by),
        Timestamps.read(row, "observed_at"),
        Timestamps.read(row, "recorded_at"),
        ttl == null ? null : Duration.ofSeconds(ttl),
        row.getString("sha256"),
        Timestamps.readNullable(row, "withdrawn_at"));
  }
}
