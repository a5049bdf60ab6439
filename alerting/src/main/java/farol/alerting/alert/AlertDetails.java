package farol.alerting.alert;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.ServiceId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads alerts with all that is told of them. */
@Component
class AlertDetails {
  private static final String ALERT =
      """
      select a.*, i.kind, current.key, g.incident_id,
             (select count(*) from alerting.alert m where m.group_id = a.group_id) as group_size
      from alerting.alert a
      join alerting.alert_group g on g.id = a.group_id
      join alerting.integration i on i.id = a.integration_id
      left join alerting.integration_key current
          on current.integration_id = i.id and current.retires_at is null
      """;

  private final JdbcClient jdbc;
  private final Catalog catalog;
  private final AlertStory story;

  AlertDetails(JdbcClient jdbc, Catalog catalog, AlertStory story) {
    this.jdbc = jdbc;
    this.catalog = catalog;
    this.story = story;
  }

  Optional<AlertDetail> one(AlertId id) {
    return told("where a.id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  Optional<AlertDetail> one(long number) {
    return told("where a.number = :number", Map.of("number", number)).stream().findFirst();
  }

  /** Newest first, those below the number {@code before} when it is given. */
  List<AlertDetail> some(AlertFilter filter, int limit, @Nullable Long before) {
    var where = new ArrayList<String>();
    var values = new LinkedHashMap<String, Object>();
    restrict(filter, where, values);
    restrict(where, values, "a.number < :before", "before", before);
    values.put("limit", limit);
    var restriction = where.isEmpty() ? "" : "where " + String.join(" and ", where);
    return told(restriction + " order by a.number desc limit :limit", values);
  }

  private List<AlertDetail> told(String restriction, Map<String, Object> values) {
    var memo = new CatalogMemo(catalog);
    return detailed(
        jdbc.sql(ALERT + restriction).params(values).query((row, _) -> row(row, memo)).list());
  }

  private static void restrict(AlertFilter filter, List<String> where, Map<String, Object> values) {
    restrict(where, values, "a.dedup_key = :dedupKey", "dedupKey", filter.dedupKey());
    restrict(
        where,
        values,
        """
        a.integration_id = (select k.integration_id from alerting.integration_key k
                            where k.key = :integration)\
        """,
        "integration",
        filter.integration());
    restrict(
        where,
        values,
        "a.service_id = (select s.id from alerting.service s where s.slug = :service)",
        "service",
        filter.service());
    restrict(
        where,
        values,
        """
        a.service_id in (select s.id from alerting.service s
                         join alerting.team t on t.id = s.team_id where t.slug = :team)\
        """,
        "team",
        filter.team());
    restrict(where, values, "a.state = :state", "state", name(filter.state()));
    restrict(where, values, "a.severity = :severity", "severity", name(filter.severity()));
    restrict(where, values, "a.accepted_at >= :from", "from", Timestamps.ofNullable(filter.from()));
    restrict(
        where, values, "a.accepted_at < :until", "until", Timestamps.ofNullable(filter.until()));
    var query = filter.query();
    if (query != null && !query.isBlank()) {
      where.add("(a.summary ilike :pattern or a.dedup_key = :query)");
      values.put("pattern", "%" + query.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
      values.put("query", query.strip());
    }
  }

  private static void restrict(
      List<String> where,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.add(condition);
      values.put(name, value);
    }
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private List<AlertDetail> detailed(List<AlertDetail> found) {
    var groups = found.stream().map(AlertDetail::group).distinct().toList();
    if (groups.isEmpty()) {
      return List.of();
    }
    var pages = story.pages(groups);
    var ladders = story.ladders(groups);
    return found.stream()
        .map(
            alert ->
                withStory(
                    alert,
                    pages.getOrDefault(alert.group(), List.of()),
                    ladders.get(alert.group())))
        .toList();
  }

  private static AlertDetail withStory(
      AlertDetail alert, List<AlertStory.PageLine> pages, AlertStory.@Nullable LadderLine ladder) {
    return new AlertDetail(
        alert.id(),
        alert.number(),
        alert.dedupKey(),
        alert.integration(),
        alert.integrationKey(),
        alert.integrationKind(),
        alert.service(),
        alert.team(),
        alert.summary(),
        alert.source(),
        alert.severity(),
        alert.urgency(),
        alert.state(),
        alert.outcome(),
        alert.count(),
        alert.flapCount(),
        alert.labels(),
        alert.details(),
        alert.links(),
        alert.group(),
        alert.groupSize(),
        alert.incident(),
        alert.acceptedAt(),
        alert.lastSeenAt(),
        alert.acknowledgedAt(),
        alert.acknowledgedBy(),
        alert.resolvedAt(),
        alert.resolution(),
        pages,
        ladder);
  }

  private static AlertDetail row(ResultSet row, CatalogMemo memo) throws SQLException {
    var service = memo.service(new ServiceId(row.getObject("service_id", UUID.class)));
    var outcome = row.getString("outcome");
    var resolution = row.getString("resolution");
    var person = row.getObject("acknowledged_by", UUID.class);
    return new AlertDetail(
        new AlertId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        row.getString("dedup_key"),
        new IntegrationId(row.getObject("integration_id", UUID.class)),
        row.getString("key"),
        IntegrationKind.valueOf(row.getString("kind")),
        service,
        memo.team(service.team()),
        row.getString("summary"),
        row.getString("source"),
        Severity.valueOf(row.getString("severity")),
        Urgency.valueOf(row.getString("urgency")),
        AlertState.valueOf(row.getString("state")),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getInt("count"),
        row.getInt("flap_count"),
        Documents.read(row.getString("labels"), new TypeReference<Map<String, String>>() {}),
        Documents.read(row.getString("details"), new TypeReference<Map<String, Object>>() {}),
        Documents.read(row.getString("links"), new TypeReference<List<Link>>() {}),
        new AlertGroupId(row.getObject("group_id", UUID.class)),
        row.getInt("group_size"),
        incident(row),
        Timestamps.read(row, "accepted_at"),
        Timestamps.read(row, "last_seen_at"),
        Timestamps.readNullable(row, "acknowledged_at"),
        person == null ? null : memo.person(new PersonId(person)),
        Timestamps.readNullable(row, "resolved_at"),
        resolution == null ? null : Resolution.valueOf(resolution),
        List.of(),
        null);
  }

  private static @Nullable IncidentId incident(ResultSet row) throws SQLException {
    var incident = row.getObject("incident_id", UUID.class);
    return incident == null ? null : new IncidentId(incident);
  }
}
