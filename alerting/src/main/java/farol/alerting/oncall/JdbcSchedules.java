package farol.alerting.oncall;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.TeamId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schedules in PostgreSQL. Commands join the caller's transaction. */
@Repository
class JdbcSchedules {
  private final JdbcClient jdbc;

  JdbcSchedules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Head(UUID id, String slug, String name, TeamId team, @Nullable String purpose) {}

  /** All schedules by slug. */
  List<StoredSchedule> all() {
    return with(null);
  }

  Optional<StoredSchedule> find(String slug) {
    return with(slug).stream().findFirst();
  }

  Optional<String> slugOfPurpose(String purpose) {
    return jdbc.sql("select slug from alerting.schedule where purpose = :purpose")
        .param("purpose", purpose)
        .query(String.class)
        .optional();
  }

  private List<StoredSchedule> with(@Nullable String slug) {
    var versions = versions(slug);
    var overrides = overrides(slug);
    return jdbc
        .sql(
            """
            select id, slug, name, team_id, purpose from alerting.schedule
            where cast(:slug as text) is null or slug = :slug
            order by slug
            """)
        .param("slug", slug)
        .query(JdbcSchedules::head)
        .list()
        .stream()
        .map(
            head ->
                new StoredSchedule(
                    head.id,
                    head.slug,
                    head.name,
                    head.team,
                    head.purpose,
                    inForce(versions.getOrDefault(head.id, List.of())),
                    overrides.getOrDefault(head.id, List.of())))
        .toList();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        row.getString("name"),
        new TeamId(row.getObject("team_id", UUID.class)),
        row.getString("purpose"));
  }

  private Map<UUID, List<StoredSchedule.Version>> versions(@Nullable String slug) {
    var versions = new LinkedHashMap<UUID, List<StoredSchedule.Version>>();
    jdbc.sql(
            """
            select v.schedule_id, v.version, v.effective_from, v.layers
            from alerting.schedule_version v join alerting.schedule s on s.id = v.schedule_id
            where cast(:slug as text) is null or s.slug = :slug
            order by v.schedule_id, v.version
            """)
        .param("slug", slug)
        .query(
            (row, _) ->
                versions
                    .computeIfAbsent(
                        row.getObject("schedule_id", UUID.class), _ -> new ArrayList<>())
                    .add(version(row)))
        .list();
    return versions;
  }

  private static StoredSchedule.Version version(ResultSet row) throws SQLException {
    return new StoredSchedule.Version(
        row.getInt("version"),
        Timestamps.read(row, "effective_from"),
        Documents.read(row.getString("layers"), ScheduleDraft.class).read(""));
  }

  /** A later version supersedes those that would have taken effect after it. */
  private static List<StoredSchedule.Version> inForce(List<StoredSchedule.Version> saved) {
    var inForce = new ArrayList<StoredSchedule.Version>();
    for (var version : saved) {
      inForce.removeIf(
          earlier ->
              earlier.number() > 1 && !earlier.effectiveFrom().isBefore(version.effectiveFrom()));
      inForce.add(version);
    }
    return inForce;
  }

  private Map<UUID, List<ScheduleOverride>> overrides(@Nullable String slug) {
    var overrides = new LinkedHashMap<UUID, List<ScheduleOverride>>();
    jdbc.sql(
            """
            select o.schedule_id, o.type, o.from_at, o.to_at, o.remove, o.add
            from alerting.schedule_override o join alerting.schedule s on s.id = o.schedule_id
            where cast(:slug as text) is null or s.slug = :slug
            order by o.position
            """)
        .param("slug", slug)
        .query(
            (row, _) ->
                overrides
                    .computeIfAbsent(
                        row.getObject("schedule_id", UUID.class), _ -> new ArrayList<>())
                    .add(override(row)))
        .list();
    return overrides;
  }

  private static ScheduleOverride override(ResultSet row) throws SQLException {
    return new OverrideDraft(
            row.getString("type"),
            Timestamps.read(row, "from_at"),
            Timestamps.read(row, "to_at"),
            row.getString("remove"),
            row.getString("add"))
        .read("");
  }

  /** Stores a new schedule without versions; false when its slug or its purpose is taken. */
  boolean insert(
      UUID id, String slug, String name, TeamId team, @Nullable String purpose, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.schedule (id, slug, name, team_id, purpose, created_at)
                values (:id, :slug, :name, :team, :purpose, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("slug", slug)
            .param("name", name)
            .param("team", team.value())
            .param("purpose", purpose)
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  void rename(UUID id, String name) {
    jdbc.sql("update alerting.schedule set name = :name where id = :id")
        .param("id", id)
        .param("name", name)
        .update();
  }

  /** Locks the schedule against other edits and appends a version; answers its number. */
  int append(UUID id, ScheduleDraft layers, Instant effectiveFrom, PersonId by, Instant now) {
    jdbc.sql("select id from alerting.schedule where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .single();
    return jdbc.sql(
            """
            insert into alerting.schedule_version
              (schedule_id, version, effective_from, layers, saved_at, saved_by)
            select :id, coalesce(max(version), 0) + 1, :effective, :layers, :now, :by
            from alerting.schedule_version where schedule_id = :id
            returning version
            """)
        .param("id", id)
        .param("effective", Timestamps.of(effectiveFrom))
        .param("layers", Documents.of(layers))
        .param("now", Timestamps.of(now))
        .param("by", by.value())
        .query(Integer.class)
        .single();
  }

  void insertOverride(UUID id, UUID schedule, OverrideDraft override, PersonId by, Instant now) {
    var time = override.read("").time();
    jdbc.sql(
            """
            insert into alerting.schedule_override
              (id, schedule_id, type, from_at, to_at, remove, add, created_at, created_by)
            values (:id, :schedule, :type, :from, :to, :remove, :add, :now, :by)
            """)
        .param("id", id)
        .param("schedule", schedule)
        .param("type", override.type())
        .param("from", Timestamps.of(time.start()))
        .param("to", Timestamps.of(time.end()))
        .param("remove", override.remove())
        .param("add", override.add())
        .param("now", Timestamps.of(now))
        .param("by", by.value())
        .update();
  }
}
