package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Incidents as PostgreSQL keeps them. Commands on one incident wait for each other on its row. */
@Repository
class JdbcIncidents {
  private final JdbcClient jdbc;

  JdbcIncidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long nextNumber() {
    return jdbc.sql("select nextval('incidents.incident_number')").query(Long.class).single();
  }

  void insert(Incident incident) {
    jdbc.sql(
            """
            insert into incidents.incident (id, number, kind, state, severity, title, summary,
              reporter, services, milestones, version, situation_version, merged_into)
            values (:id, :number, :kind, :state, :severity, :title, :summary, :reporter,
              :services::text[], :milestones, :version, :situationVersion, :mergedInto)
            """)
        .param("id", incident.id().value())
        .param("number", incident.number())
        .param("kind", incident.kind().name())
        .param("state", incident.state().name())
        .param("severity", incident.severity().name())
        .param("title", incident.title())
        .param("summary", incident.summary())
        .param("reporter", incident.reporter().value())
        .param("services", array(incident.services()))
        .param("milestones", document(incident.milestones()))
        .param("version", incident.version())
        .param("situationVersion", incident.situationVersion())
        .param("mergedInto", mergedInto(incident))
        .update();
  }

  /** Stores the incident as its next version and answers it. */
  Incident save(Incident incident) {
    jdbc.sql(
            """
            update incidents.incident set state = :state, severity = :severity, title = :title,
              summary = :summary, services = :services::text[], milestones = :milestones,
              version = version + 1, situation_version = :situationVersion,
              merged_into = :mergedInto
            where id = :id
            """)
        .param("id", incident.id().value())
        .param("state", incident.state().name())
        .param("severity", incident.severity().name())
        .param("title", incident.title())
        .param("summary", incident.summary())
        .param("services", array(incident.services()))
        .param("milestones", document(incident.milestones()))
        .param("situationVersion", incident.situationVersion())
        .param("mergedInto", mergedInto(incident))
        .update();
    return find(incident.id()).orElseThrow();
  }

  Optional<Incident> find(IncidentId id) {
    return jdbc.sql("select * from incidents.incident where id = :id")
        .param("id", id.value())
        .query(JdbcIncidents::incident)
        .optional();
  }

  Optional<Incident> find(long number) {
    return jdbc.sql("select * from incidents.incident where number = :number")
        .param("number", number)
        .query(JdbcIncidents::incident)
        .optional();
  }

  /** Locks the incident until the transaction ends. */
  Optional<Incident> lock(IncidentId id) {
    return jdbc.sql("select * from incidents.incident where id = :id for update")
        .param("id", id.value())
        .query(JdbcIncidents::incident)
        .optional();
  }

  List<Incident> list(IncidentQuery query) {
    return jdbc.sql(
            """
            select * from incidents.incident
            where state = any (coalesce(:states::text[], array[state]))
              and kind = coalesce(:kind::text, kind)
              and severity = coalesce(:severity::text, severity)
              and (:service::text is null or :service = any (services))
              and (:text::text is null or title ilike '%' || :text || '%'
                or summary ilike '%' || :text || '%' or 'INC-' || number = upper(:text))
              and number < coalesce(:before::bigint, 9223372036854775807)
            order by number desc
            limit :limit
            """)
        .param("states", query.states() == null ? null : states(query.states()))
        .param("kind", query.kind() == null ? null : query.kind().name())
        .param("severity", query.severity() == null ? null : query.severity().name())
        .param("service", query.service())
        .param("text", query.text() == null ? null : escaped(query.text()))
        .param("before", query.before())
        .param("limit", query.limit())
        .query(JdbcIncidents::incident)
        .list();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static String states(java.util.Collection<IncidentState> states) {
    return array(states.stream().map(Enum::name).toList());
  }

  /** A text array as its literal; slugs and enum words need no quoting. */
  private static String array(List<String> words) {
    return "{" + String.join(",", words) + "}";
  }

  private static @Nullable UUID mergedInto(Incident incident) {
    return incident.mergedInto() == null ? null : incident.mergedInto().value();
  }

  private static Object document(Milestones milestones) {
    var known = new HashMap<String, String>();
    milestones.known().forEach((milestone, at) -> known.put(milestone.name(), at.toString()));
    return Documents.of(known);
  }

  private static Milestones milestones(String document) {
    var known = new EnumMap<Milestone, Instant>(Milestone.class);
    Documents.read(document, new TypeReference<Map<String, String>>() {})
        .forEach((name, at) -> known.put(Milestone.valueOf(name), Instant.parse(at)));
    return new Milestones(known);
  }

  private static Incident incident(ResultSet row, int ignored) throws SQLException {
    var mergedInto = row.getObject("merged_into", UUID.class);
    return new Incident(
        new IncidentId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        IncidentKind.valueOf(row.getString("kind")),
        IncidentState.valueOf(row.getString("state")),
        IncidentSeverity.valueOf(row.getString("severity")),
        row.getString("title"),
        row.getString("summary"),
        new PersonId(row.getObject("reporter", UUID.class)),
        words(row.getArray("services")),
        milestones(row.getString("milestones")),
        row.getLong("version"),
        row.getInt("situation_version"),
        mergedInto == null ? null : new IncidentId(mergedInto));
  }

  private static List<String> words(Array column) throws SQLException {
    return Arrays.asList((String[]) column.getArray());
  }

  void logSeverity(IncidentId incident, SeverityChange change) {
    jdbc.sql(
            """
            insert into incidents.severity_change (id, incident_id, was, became, reason, changed_by,
              changed_at)
            values (:id, :incident, :was, :became, :reason, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("incident", incident.value())
        .param("was", change.was() == null ? null : change.was().name())
        .param("became", change.became().name())
        .param("reason", change.reason())
        .param("by", change.by().value())
        .param("at", Timestamps.of(change.at()))
        .update();
  }

  /** Oldest first; the first is the severity of the declaration. */
  List<SeverityChange> severities(IncidentId incident) {
    return jdbc.sql(
            """
            select * from incidents.severity_change where incident_id = :incident
            order by changed_at
            """)
        .param("incident", incident.value())
        .query(
            (row, _) ->
                new SeverityChange(
                    row.getString("was") == null
                        ? null
                        : IncidentSeverity.valueOf(row.getString("was")),
                    IncidentSeverity.valueOf(row.getString("became")),
                    row.getString("reason"),
                    new PersonId(row.getObject("changed_by", UUID.class)),
                    Timestamps.read(row, "changed_at")))
        .list();
  }
}
