package farol.statuspage.incident;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class JdbcPublicIncidents {
  private static final TypeReference<List<Affected>> AFFECTED = new TypeReference<>() {};

  private final JdbcClient jdbc;

  JdbcPublicIncidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long nextNumber() {
    return jdbc.sql("select nextval('statuspage.incident_number')").query(Long.class).single();
  }

  Optional<PublicIncident> find(String id) {
    return jdbc.sql("select * from statuspage.incident where id = :id")
        .param("id", id)
        .query(JdbcPublicIncidents::row)
        .optional();
  }

  /** Locks an incident: one person at a time changes what customers are told of it. */
  Optional<PublicIncident> lock(String id) {
    return jdbc.sql("select * from statuspage.incident where id = :id for update")
        .param("id", id)
        .query(JdbcPublicIncidents::row)
        .optional();
  }

  /** The newest public incident of an internal one, locked. */
  Optional<PublicIncident> lockNewestOf(IncidentId incident) {
    return jdbc.sql(
            """
            select * from statuspage.incident where incident_id = :incident
            order by number desc limit 1 for update
            """)
        .param("incident", incident.value())
        .query(JdbcPublicIncidents::row)
        .optional();
  }

  Optional<PublicIncident> newestOf(IncidentId incident) {
    return jdbc.sql(
            """
            select * from statuspage.incident where incident_id = :incident
            order by number desc limit 1
            """)
        .param("incident", incident.value())
        .query(JdbcPublicIncidents::row)
        .optional();
  }

  /** Newest first, those with a number below {@code before}. */
  List<PublicIncident> newest(long before, int limit) {
    return jdbc.sql(
            """
            select * from statuspage.incident where number < :before
            order by number desc limit :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query(JdbcPublicIncidents::row)
        .list();
  }

  List<PublicIncident> publicSince(Instant since, int limit) {
    return jdbc
        .sql(
            """
            select * from statuspage.incident
            where kind <> 'EXERCISE' and published_at is not null
              and (resolved_at is null or published_at >= :since)
            order by resolved_at is null desc, started_at desc, number desc
            limit :limit
            """)
        .param("since", Timestamps.of(since))
        .param("limit", limit)
        .query(JdbcPublicIncidents::row)
        .list()
        .stream()
        .sorted(
            Comparator.comparing(PublicIncident::startedAt)
                .thenComparingLong(PublicIncident::number)
                .reversed())
        .toList();
  }

  List<PublicIncident> open(int limit) {
    return jdbc.sql(
            """
            select * from statuspage.incident where resolved_at is null
            order by next_update_at nulls last, number desc limit :limit
            """)
        .param("limit", limit)
        .query(JdbcPublicIncidents::row)
        .list();
  }

  int openCount() {
    return jdbc.sql(
            """
            select count(*) from statuspage.incident
            where resolved_at is null and kind <> 'EXERCISE'
            """)
        .query(Integer.class)
        .single();
  }

  void insert(PublicIncident incident, PersonId by) {
    bound(
            jdbc.sql(
                """
                insert into statuspage.incident (id, number, name, kind, impact, status,
                  started_at, regions, components, situation_version, incident_id, next_update_at,
                  created_at, created_by, published_at, resolved_at, updated_at)
                values (:id, :number, :name, :kind, :impact, :status, :started, :regions,
                  :components, :version, :incident, :next, :created, :by, :published, :resolved,
                  :updated)
                """),
            incident)
        .param("number", incident.number())
        .param("kind", incident.kind().name())
        .param("incident", internal(incident))
        .param("created", Timestamps.of(incident.createdAt()))
        .param("by", by.value())
        .update();
  }

  void update(PublicIncident incident) {
    bound(
            jdbc.sql(
                """
                update statuspage.incident
                set name = :name, impact = :impact, status = :status, started_at = :started,
                  regions = :regions, components = :components, situation_version = :version,
                  next_update_at = :next, published_at = :published, resolved_at = :resolved,
                  updated_at = :updated
                where id = :id
                """),
            incident)
        .update();
  }

  private static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, PublicIncident incident) {
    var status = incident.status();
    return statement
        .param("id", incident.id())
        .param("name", incident.name())
        .param("impact", incident.impact().code())
        .param("status", status == null ? null : status.code())
        .param("started", Timestamps.of(incident.startedAt()))
        .param("regions", incident.regions().toArray(String[]::new))
        .param("components", Documents.of(incident.components()))
        .param("version", incident.situationVersion())
        .param("next", Timestamps.ofNullable(incident.nextUpdateAt()))
        .param("published", Timestamps.ofNullable(incident.publishedAt()))
        .param("resolved", Timestamps.ofNullable(incident.resolvedAt()))
        .param("updated", Timestamps.of(incident.updatedAt()));
  }

  private static @Nullable UUID internal(PublicIncident incident) {
    var internal = incident.incident();
    return internal == null ? null : internal.value();
  }

  static PublicIncident row(ResultSet row, int number) throws SQLException {
    var internal = row.getObject("incident_id", UUID.class);
    var status = row.getString("status");
    return new PublicIncident(
        row.getString("id"),
        row.getLong("number"),
        row.getString("name"),
        PublicIncident.Kind.valueOf(row.getString("kind")),
        Impact.of(row.getString("impact")),
        status == null ? null : PublicStatus.of(status),
        Timestamps.read(row, "started_at"),
        List.of((String[]) row.getArray("regions").getArray()),
        Documents.read(row.getString("components"), AFFECTED),
        row.getInt("situation_version"),
        internal == null ? null : new IncidentId(internal),
        Timestamps.readNullable(row, "next_update_at"),
        Timestamps.read(row, "created_at"),
        Timestamps.readNullable(row, "published_at"),
        Timestamps.readNullable(row, "resolved_at"),
        Timestamps.read(row, "updated_at"));
  }
}
