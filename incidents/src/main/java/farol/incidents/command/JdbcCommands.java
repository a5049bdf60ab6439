package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tenures and offers as PostgreSQL keeps them; it refuses overlaps and two open tenures. */
@Repository
class JdbcCommands {
  private final JdbcClient jdbc;

  JdbcCommands(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Command load(IncidentId incident) {
    var tenures =
        jdbc.sql(
                """
                select * from incidents.tenure where incident_id = :incident
                order by held_from, held_until nulls last
                """)
            .param("incident", incident.value())
            .query(JdbcCommands::tenure)
            .list();
    var offer =
        jdbc.sql(
                """
                select * from incidents.offer where incident_id = :incident
                order by offered_at desc, (state = 'PENDING') desc
                limit 1
                """)
            .param("incident", incident.value())
            .query(JdbcCommands::offer)
            .optional();
    return new Command(tenures, offer.orElse(null));
  }

  /** Stores what changed: ends before beginnings, so that the constraints hold at every moment. */
  void save(IncidentId incident, Command before, Command after) {
    for (var tenure : after.tenures()) {
      if (tenure.until() != null && !before.tenures().contains(tenure)) {
        end(tenure);
      }
    }
    for (var tenure : after.tenures()) {
      if (before.tenures().stream().noneMatch(known -> known.id().equals(tenure.id()))) {
        begin(incident, tenure);
      }
    }
    var offer = after.offer();
    if (offer != null && !offer.equals(before.offer())) {
      write(incident, offer);
    }
  }

  private void end(Tenure tenure) {
    jdbc.sql("update incidents.tenure set held_until = :until where id = :id")
        .param("id", tenure.id())
        .param("until", Timestamps.ofNullable(tenure.until()))
        .update();
  }

  private void begin(IncidentId incident, Tenure tenure) {
    jdbc.sql(
            """
            insert into incidents.tenure (id, incident_id, person, held_from, held_until, how)
            values (:id, :incident, :person, :from, :until, :how)
            """)
        .param("id", tenure.id())
        .param("incident", incident.value())
        .param("person", tenure.person().value())
        .param("from", Timestamps.of(tenure.from()))
        .param("until", Timestamps.ofNullable(tenure.until()))
        .param("how", tenure.how().name())
        .update();
  }

  private void write(IncidentId incident, Offer offer) {
    jdbc.sql(
            """
            insert into incidents.offer (id, incident_id, from_person, to_person, note, brief,
              offered_at, expires_at, state, closed_at)
            values (:id, :incident, :from, :to, :note, :brief, :offeredAt, :expiresAt, :state,
              :closedAt)
            on conflict (id) do update set state = excluded.state, closed_at = excluded.closed_at
            """)
        .param("id", offer.id())
        .param("incident", incident.value())
        .param("from", offer.from().value())
        .param("to", offer.to().value())
        .param("note", offer.note())
        .param("brief", offer.brief())
        .param("offeredAt", Timestamps.of(offer.offeredAt()))
        .param("expiresAt", Timestamps.of(offer.expiresAt()))
        .param("state", offer.state().name())
        .param("closedAt", Timestamps.ofNullable(offer.closedAt()))
        .update();
  }

  /** The incidents whose pending offer is over by {@code now}. */
  List<IncidentId> withOfferDue(Instant now, int limit) {
    return jdbc.sql(
            """
            select incident_id from incidents.offer
            where state = 'PENDING' and expires_at <= :now
            order by expires_at
            limit :limit
            """)
        .param("now", Timestamps.of(now))
        .param("limit", limit)
        .query((row, _) -> new IncidentId(row.getObject("incident_id", UUID.class)))
        .list();
  }

  private static Tenure tenure(ResultSet row, int ignored) throws SQLException {
    return new Tenure(
        row.getObject("id", UUID.class),
        person(row, "person"),
        Timestamps.read(row, "held_from"),
        Timestamps.readNullable(row, "held_until"),
        Tenure.How.valueOf(row.getString("how")));
  }

  private static Offer offer(ResultSet row, int ignored) throws SQLException {
    return new Offer(
        row.getObject("id", UUID.class),
        person(row, "from_person"),
        person(row, "to_person"),
        row.getString("note"),
        row.getString("brief"),
        Timestamps.read(row, "offered_at"),
        Timestamps.read(row, "expires_at"),
        Offer.State.valueOf(row.getString("state")),
        Timestamps.readNullable(row, "closed_at"));
  }

  private static PersonId person(ResultSet row, String column) throws SQLException {
    return new PersonId(row.getObject(column, UUID.class));
  }
}
