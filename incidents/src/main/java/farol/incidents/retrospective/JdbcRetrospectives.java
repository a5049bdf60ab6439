package farol.incidents.retrospective;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import farol.incidents.timeline.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Retrospectives and every revision of them, as PostgreSQL keeps them. */
@Repository
class JdbcRetrospectives {
  private final JdbcClient jdbc;

  JdbcRetrospectives(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Retrospective> find(IncidentId incident) {
    return jdbc.sql("select * from incidents.retrospective where incident_id = :incident")
        .param("incident", incident.value())
        .query(JdbcRetrospectives::retrospective)
        .optional();
  }

  Optional<Retrospective> lock(IncidentId incident) {
    return jdbc.sql(
            "select * from incidents.retrospective where incident_id = :incident for update")
        .param("incident", incident.value())
        .query(JdbcRetrospectives::retrospective)
        .optional();
  }

  /** Those in these states, the last moved first. */
  List<Retrospective> list(int limit) {
    return jdbc.sql(
            "select * from incidents.retrospective order by moved_at desc, incident_id limit :limit")
        .param("limit", limit)
        .query(JdbcRetrospectives::retrospective)
        .list();
  }

  /** Stores it, and its revision when that is new. */
  void save(Retrospective retrospective, @Nullable PersonId by, Instant at) {
    jdbc.sql(
            """
            insert into incidents.retrospective (incident_id, state, revision, owner, facilitator,
              sections, factors, timeline, note, approved_by, drafted_at, moved_at, due_at)
            values (:incident, :state, :revision, :owner, :facilitator, :sections, :factors,
              :timeline, :note, :approvedBy, :draftedAt, :movedAt, :dueAt)
            on conflict (incident_id) do update set state = excluded.state,
              revision = excluded.revision, owner = excluded.owner,
              facilitator = excluded.facilitator, sections = excluded.sections,
              factors = excluded.factors, timeline = excluded.timeline, note = excluded.note,
              approved_by = excluded.approved_by, moved_at = excluded.moved_at,
              due_at = excluded.due_at
            """)
        .param("incident", retrospective.incident().value())
        .param("state", retrospective.state().name())
        .param("revision", retrospective.revision())
        .param("owner", value(retrospective.owner()))
        .param("facilitator", value(retrospective.facilitator()))
        .param("sections", Documents.of(keyed(retrospective.sections())))
        .param("factors", Documents.of(retrospective.factors()))
        .param(
            "timeline",
            retrospective.frozen() == null ? null : Documents.of(retrospective.frozen()))
        .param("note", retrospective.note())
        .param("approvedBy", value(retrospective.approvedBy()))
        .param("draftedAt", Timestamps.of(retrospective.draftedAt()))
        .param("movedAt", Timestamps.of(retrospective.movedAt()))
        .param("dueAt", Timestamps.ofNullable(retrospective.dueAt()))
        .update();
    keepRevision(retrospective, by, at);
  }

  private void keepRevision(Retrospective retrospective, @Nullable PersonId by, Instant at) {
    var document = new LinkedHashMap<String, Object>();
    document.put("sections", keyed(retrospective.sections()));
    document.put("factors", retrospective.factors());
    jdbc.sql(
            """
            insert into incidents.section_revision (incident_id, revision, written_by, written_at,
              document)
            values (:incident, :revision, :by, :at, :document)
            on conflict (incident_id, revision) do nothing
            """)
        .param("incident", retrospective.incident().value())
        .param("revision", retrospective.revision())
        .param("by", value(by))
        .param("at", Timestamps.of(at))
        .param("document", Documents.of(document))
        .update();
  }

  static Map<String, String> keyed(Map<Section, String> sections) {
    var keyed = new LinkedHashMap<String, String>();
    for (var section : Section.values()) {
      keyed.put(section.key(), sections.getOrDefault(section, ""));
    }
    return keyed;
  }

  private static @Nullable UUID value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new PersonId(id);
  }

  private static Retrospective retrospective(ResultSet row, int ignored) throws SQLException {
    var timeline = row.getString("timeline");
    return new Retrospective(
        new IncidentId(row.getObject("incident_id", UUID.class)),
        RetrospectiveState.valueOf(row.getString("state")),
        row.getLong("revision"),
        person(row, "owner"),
        person(row, "facilitator"),
        sections(row.getString("sections")),
        Documents.read(row.getString("factors"), new TypeReference<List<Factor>>() {}),
        timeline == null ? null : Documents.read(timeline, new TypeReference<List<Row>>() {}),
        row.getString("note"),
        person(row, "approved_by"),
        Timestamps.read(row, "drafted_at"),
        Timestamps.read(row, "moved_at"),
        Timestamps.readNullable(row, "due_at"));
  }

  private static Map<Section, String> sections(String document) {
    var sections = new EnumMap<Section, String>(Section.class);
    Documents.read(document, new TypeReference<Map<String, String>>() {})
        .forEach((key, text) -> Section.of(key).ifPresent(known -> sections.put(known, text)));
    return sections;
  }
}
