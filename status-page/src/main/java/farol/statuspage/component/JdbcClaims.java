package farol.statuspage.component;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClaims {
  private final JdbcClient jdbc;

  JdbcClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The claims that hold at an instant, without those that another corrects. */
  List<Claim> holding(Instant at) {
    return jdbc.sql(
            """
            select * from statuspage.claim
            where from_at <= :at and (to_at is null or to_at > :at)
              and not exists (select from statuspage.claim later where later.supersedes = claim.id)
            """)
        .param("at", Timestamps.of(at))
        .query(JdbcClaims::row)
        .list();
  }

  /** Every claim that meets {@code [from, to)}, corrected ones too. */
  List<Claim> between(Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from statuspage.claim
            where from_at < :to and (to_at is null or to_at > :from)
               or id in (select supersedes from statuspage.claim later
                         where later.from_at < :to and (later.to_at is null or later.to_at > :from))
               or supersedes in (select id from statuspage.claim earlier
                         where earlier.from_at < :to
                           and (earlier.to_at is null or earlier.to_at > :from))
            order by from_at, recorded_at, id
            """)
        .param("from", Timestamps.of(from))
        .param("to", Timestamps.of(to))
        .query(JdbcClaims::row)
        .list();
  }

  List<Claim> of(String component) {
    return jdbc.sql(
            """
            select * from statuspage.claim
            where component_id = :component
            order by from_at, recorded_at, id
            """)
        .param("component", component)
        .query(JdbcClaims::row)
        .list();
  }

  List<Claim> openOf(String incident) {
    return jdbc.sql(
            """
            select * from statuspage.claim
            where incident_id = :incident and to_at is null
              and not exists (select from statuspage.claim later where later.supersedes = claim.id)
            order by from_at, id
            """)
        .param("incident", incident)
        .query(JdbcClaims::row)
        .list();
  }

  Optional<Claim> find(UUID id) {
    return jdbc.sql("select * from statuspage.claim where id = :id")
        .param("id", id)
        .query(JdbcClaims::row)
        .optional();
  }

  void insert(Claim claim) {
    jdbc.sql(
            """
            insert into statuspage.claim (id, component_id, region, from_at, to_at, state, origin,
              recorded_at, recorded_by, supersedes, incident_id, note)
            values (:id, :component, :region, :from, :to, :state, :origin, :recorded, :by,
              :supersedes, :incident, :note)
            """)
        .param("id", claim.id())
        .param("component", claim.component())
        .param("region", claim.region())
        .param("from", Timestamps.of(claim.from()))
        .param("to", Timestamps.ofNullable(claim.to()))
        .param("state", claim.state().code())
        .param("origin", claim.origin().code())
        .param("recorded", Timestamps.of(claim.recordedAt()))
        .param("by", claim.recordedBy())
        .param("supersedes", claim.supersedes())
        .param("incident", claim.incident())
        .param("note", claim.note())
        .update();
  }

  void end(UUID id, Instant at) {
    jdbc.sql("update statuspage.claim set to_at = :at where id = :id and to_at is null")
        .param("at", Timestamps.of(at))
        .param("id", id)
        .update();
  }

  private static Claim row(ResultSet row, int number) throws SQLException {
    return new Claim(
        row.getObject("id", UUID.class),
        row.getString("component_id"),
        row.getString("region"),
        Timestamps.read(row, "from_at"),
        Timestamps.readNullable(row, "to_at"),
        State.of(row.getString("state")),
        Claim.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
        Timestamps.read(row, "recorded_at"),
        row.getObject("recorded_by", UUID.class),
        row.getObject("supersedes", UUID.class),
        row.getString("incident_id"),
        null,
        null,
        row.getString("note"));
  }
}
