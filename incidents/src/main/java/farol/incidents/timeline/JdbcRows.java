package farol.incidents.timeline;

import farol.alerting.catalog.IncidentId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows as PostgreSQL keeps them. Writers of one timeline wait for each other. */
@Repository
class JdbcRows {
  private static final String ROW =
      """
      select r.*, s.id as superseded_by
      from incidents.timeline_row r
      left join incidents.timeline_row s on s.supersedes = r.id
        and s.recorded_at <= coalesce(:asOf::timestamptz, 'infinity')
      """;

  private final JdbcClient jdbc;

  JdbcRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the timeline and answers the sequence of its last row. */
  long lock(IncidentId incident) {
    jdbc.sql(
            """
            insert into incidents.timeline_head (incident_id, last_sequence)
            values (:incident, 0)
            on conflict (incident_id) do nothing
            """)
        .param("incident", incident.value())
        .update();
    return jdbc.sql(
            """
            select last_sequence from incidents.timeline_head
            where incident_id = :incident
            for update
            """)
        .param("incident", incident.value())
        .query(Long.class)
        .single();
  }

  boolean has(IncidentId incident, String keyPrefix) {
    return jdbc.sql(
            """
            select exists (
              select from incidents.timeline_row
              where incident_id = :incident and starts_with(event_key, :prefix))
            """)
        .param("incident", incident.value())
        .param("prefix", keyPrefix)
        .query(Boolean.class)
        .single();
  }

  boolean hasExactly(IncidentId incident, String key) {
    return jdbc.sql(
            """
            select exists (
              select from incidents.timeline_row
              where incident_id = :incident and event_key = :key)
            """)
        .param("incident", incident.value())
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  void insert(IncidentId incident, @Nullable String key, Row row) {
    jdbc.sql(
            """
            insert into incidents.timeline_row (id, incident_id, sequence, event_key, occurred_at,
              recorded_at, precision, source, actor_type, actor_handle, actor_name, on_behalf_of,
              text, links, payload, curated, visibility, supersedes, retracted, reason)
            values (:id, :incident, :sequence, :key, :occurredAt, :recordedAt, :precision, :source,
              :actorType, :actorHandle, :actorName, :onBehalfOf, :text, :links, :payload, :curated,
              :visibility, :supersedes, :retracted, :reason)
            """)
        .param("id", row.id())
        .param("incident", incident.value())
        .param("sequence", row.sequence())
        .param("key", key)
        .param("occurredAt", Timestamps.of(row.occurredAt()))
        .param("recordedAt", Timestamps.of(row.recordedAt()))
        .param("precision", row.precision().name())
        .param("source", row.source().name())
        .param("actorType", row.actor().type().name())
        .param("actorHandle", row.actor().handle())
        .param("actorName", row.actor().name())
        .param("onBehalfOf", row.onBehalfOf())
        .param("text", row.text())
        .param("links", Documents.of(row.links()))
        .param("payload", Documents.of(row.payload()))
        .param("curated", row.curated())
        .param("visibility", row.visibility().name())
        .param("supersedes", row.supersedes())
        .param("retracted", row.retracted())
        .param("reason", row.reason())
        .update();
    jdbc.sql(
            """
            update incidents.timeline_head set last_sequence = :sequence
            where incident_id = :incident
            """)
        .param("sequence", row.sequence())
        .param("incident", incident.value())
        .update();
  }

  Optional<Row> find(IncidentId incident, UUID id) {
    return jdbc.sql(ROW + "where r.incident_id = :incident and r.id = :id")
        .param("asOf", null)
        .param("incident", incident.value())
        .param("id", id)
        .query(JdbcRows::row)
        .optional();
  }

  /** Rows that nothing supersedes and that are not retracted. */
  List<Row> effective(IncidentId incident, TimelineQuery query) {
    var after = query.after();
    return jdbc.sql(
            ROW
                + """
                where r.incident_id = :incident and s.id is null and not r.retracted
                  and r.recorded_at <= coalesce(:asOf::timestamptz, 'infinity')
                  and (not :curatedOnly or r.curated
                    or r.occurred_at >= coalesce(:recentFrom::timestamptz, 'infinity'))
                  and r.source = coalesce(:source::text, r.source)
                  and (r.occurred_at, r.sequence)
                    > (coalesce(:afterAt::timestamptz, '-infinity'), :afterSequence)
                order by r.occurred_at, r.sequence
                limit :limit
                """)
        .param("asOf", Timestamps.ofNullable(query.asOf()))
        .param("incident", incident.value())
        .param("curatedOnly", query.curatedOnly())
        .param("recentFrom", Timestamps.ofNullable(query.recentFrom()))
        .param("source", query.source() == null ? null : query.source().name())
        .param("afterAt", Timestamps.ofNullable(after == null ? null : after.occurredAt()))
        .param("afterSequence", after == null ? -1L : after.sequence())
        .param("limit", query.limit())
        .query(JdbcRows::row)
        .list();
  }

  private static Row row(ResultSet row, int ignored) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getLong("sequence"),
        Timestamps.read(row, "occurred_at"),
        Timestamps.read(row, "recorded_at"),
        Precision.valueOf(row.getString("precision")),
        RowSource.valueOf(row.getString("source")),
        new RowActor(
            RowActor.Type.valueOf(row.getString("actor_type")),
            row.getString("actor_handle"),
            row.getString("actor_name")),
        row.getString("on_behalf_of"),
        row.getString("text"),
        Documents.read(row.getString("links"), new TypeReference<>() {}),
        Documents.read(row.getString("payload"), new TypeReference<>() {}),
        row.getBoolean("curated"),
        Visibility.valueOf(row.getString("visibility")),
        row.getObject("supersedes", UUID.class),
        row.getObject("superseded_by", UUID.class),
        row.getBoolean("retracted"),
        row.getString("reason"));
  }

  int count(IncidentId incident, boolean curatedOnly) {
    return jdbc.sql(
            """
            select count(*) from incidents.timeline_row r
            where r.incident_id = :incident and not r.retracted and (not :curatedOnly or r.curated)
              and not exists (select from incidents.timeline_row s where s.supersedes = r.id)
            """)
        .param("incident", incident.value())
        .param("curatedOnly", curatedOnly)
        .query(Integer.class)
        .single();
  }
}
