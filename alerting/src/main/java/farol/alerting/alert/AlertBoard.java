package farol.alerting.alert;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.ServiceId;
import farol.alerting.door.Items;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What doors and views read about alerts. Everybody who is signed in may read it. */
@org.springframework.stereotype.Service
@Transactional(readOnly = true)
public class AlertBoard {
  public static final int OPEN_MAX = 1_000;

  /** How many alerts are not resolved, and how many of their groups nobody has. */
  public record Counts(Map<Severity, Integer> open, int unacknowledgedGroups) {}

  private final JdbcClient jdbc;
  private final AlertDetails details;
  private final Catalog catalog;
  private final AlertStory story;

  AlertBoard(JdbcClient jdbc, AlertDetails details, Catalog catalog, AlertStory story) {
    this.jdbc = jdbc;
    this.details = details;
    this.catalog = catalog;
    this.story = story;
  }

  public Optional<AlertDetail> alert(AlertId id) {
    return details.one(id);
  }

  /** The alert of this number, as people say it. */
  public Optional<AlertDetail> alert(long number) {
    return details.one(number);
  }

  /** The history of an alert, oldest first. */
  public List<AlertDetail.Event> events(AlertId id) {
    return jdbc.sql(
            """
            select e.at, e.type, e.text, p.handle, p.name
            from alerting.alert_event e left join alerting.person p on p.id = e.person
            where e.alert_id = :id order by e.id
            """)
        .param("id", id.value())
        .query(
            (row, _) ->
                new AlertDetail.Event(
                    Timestamps.read(row, "at"),
                    row.getString("type"),
                    personName(row.getString("handle"), row.getString("name")),
                    row.getString("text")))
        .list();
  }

  /**
   * Alerts newest first.
   *
   * @param cursor the {@code next} of the part before; null begins
   */
  public Items<AlertDetail> alerts(AlertFilter filter, int limit, @Nullable String cursor) {
    var found = details.some(filter, limit + 1, cursor == null ? null : number(cursor));
    if (found.size() <= limit) {
      return Items.all(found);
    }
    var part = found.subList(0, limit);
    return new Items<>(part, String.valueOf(part.getLast().number()));
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException wrong) {
      throw Refusal.invalid("cursor", "is the next of an earlier answer");
    }
  }

  /**
   * The groups that are not over, at most {@value #OPEN_MAX}: those nobody has first, then worst
   * first, then oldest first.
   */
  public List<OpenGroup> openGroups() {
    var memo = new CatalogMemo(catalog);
    var groups =
        jdbc.sql(
                """
                select g.id, g.cause_id, c.number, g.state, c.urgency, c.summary, g.service_id,
                       c.accepted_at, g.acknowledged_at, p.handle, p.name, g.incident_id,
                       (array['CRITICAL', 'ERROR', 'WARNING', 'INFO'])[m.worst] as severity,
                       m.size, m.told
                from alerting.alert_group g
                join alerting.alert c on c.id = g.cause_id
                left join alerting.person p on p.id = g.acknowledged_by
                join lateral (
                    select min(array_position(array['CRITICAL', 'ERROR', 'WARNING', 'INFO'],
                                              a.severity)) as worst,
                           count(*) as size, sum(a.count) as told
                    from alerting.alert a
                    where a.group_id = g.id and a.state <> 'RESOLVED') m on m.size > 0
                where g.state <> 'RESOLVED'
                order by g.state desc, m.worst, g.opened_at
                limit :limit
                """)
            .param("limit", OPEN_MAX)
            .query((row, _) -> openGroup(row, memo))
            .list();
    var ladders = story.ladders(groups.stream().map(OpenGroup::id).toList());
    return groups.stream().map(group -> withLadder(group, ladders.get(group.id()))).toList();
  }

  private static OpenGroup withLadder(OpenGroup group, AlertStory.@Nullable LadderLine ladder) {
    return new OpenGroup(
        group.id(),
        group.alert(),
        group.number(),
        group.state(),
        group.severity(),
        group.urgency(),
        group.summary(),
        group.service(),
        group.team(),
        group.size(),
        group.count(),
        group.acceptedAt(),
        group.acknowledgedAt(),
        group.acknowledgedBy(),
        group.incident(),
        ladder);
  }

  public Counts counts() {
    var open = new EnumMap<Severity, Integer>(Severity.class);
    jdbc.sql(
            """
            select severity, count(*) as open from alerting.alert
            where state <> 'RESOLVED' group by severity
            """)
        .query(
            (row, _) -> Map.entry(Severity.valueOf(row.getString("severity")), row.getInt("open")))
        .list()
        .forEach(line -> open.put(line.getKey(), line.getValue()));
    var unacknowledged =
        jdbc.sql("select count(*) from alerting.alert_group where state = 'TRIGGERED'")
            .query(Integer.class)
            .single();
    return new Counts(Map.copyOf(open), unacknowledged);
  }

  /** When the last signal of any sender was accepted. */
  public Optional<Instant> lastSignalAt() {
    return jdbc.sql(
            """
            select max(last) as last from alerting.integration i
            join lateral (select max(received_at) as last from alerting.signal s
                          where s.integration_id = i.id) l on true
            where i.kind <> 'INTERNAL'
            """)
        .query((row, _) -> Optional.ofNullable(Timestamps.readNullable(row, "last")))
        .single();
  }

  /** When the last alert was accepted. */
  public Optional<Instant> lastAlertAt() {
    return jdbc.sql("select max(accepted_at) as last from alerting.alert")
        .query((row, _) -> Optional.ofNullable(Timestamps.readNullable(row, "last")))
        .single();
  }

  private static OpenGroup openGroup(ResultSet row, CatalogMemo memo) throws SQLException {
    var service = memo.service(new ServiceId(row.getObject("service_id", UUID.class)));
    return new OpenGroup(
        new AlertGroupId(row.getObject("id", UUID.class)),
        new AlertId(row.getObject("cause_id", UUID.class)),
        row.getLong("number"),
        AlertState.valueOf(row.getString("state")),
        Severity.valueOf(row.getString("severity")),
        Urgency.valueOf(row.getString("urgency")),
        row.getString("summary"),
        service,
        memo.team(service.team()),
        row.getInt("size"),
        row.getInt("told"),
        Timestamps.read(row, "accepted_at"),
        Timestamps.readNullable(row, "acknowledged_at"),
        personName(row.getString("handle"), row.getString("name")),
        incident(row),
        null);
  }

  private static @Nullable IncidentId incident(ResultSet row) throws SQLException {
    var incident = row.getObject("incident_id", UUID.class);
    return incident == null ? null : new IncidentId(incident);
  }

  private static @Nullable PersonName personName(@Nullable String handle, @Nullable String name) {
    return handle == null || name == null ? null : new PersonName(handle, name);
  }
}
