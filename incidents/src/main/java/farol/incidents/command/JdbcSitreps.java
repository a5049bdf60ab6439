package farol.incidents.command;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sitreps as filed. */
@Repository
class JdbcSitreps {
  private final JdbcClient jdbc;

  JdbcSitreps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(IncidentId incident, Sitrep sitrep) {
    jdbc.sql(
            """
            insert into incidents.sitrep (id, incident_id, filed_by, filed_at, document, text)
            values (:id, :incident, :by, :at, :document, :text)
            """)
        .param("id", sitrep.id())
        .param("incident", incident.value())
        .param("by", sitrep.by().value())
        .param("at", Timestamps.of(sitrep.at()))
        .param("document", Documents.of(sitrep.fields()))
        .param("text", sitrep.text())
        .update();
  }

  /** Oldest first. */
  List<Sitrep> of(IncidentId incident) {
    return jdbc.sql(
            """
            select * from incidents.sitrep where incident_id = :incident order by filed_at, id
            """)
        .param("incident", incident.value())
        .query(
            (row, _) ->
                new Sitrep(
                    row.getObject("id", UUID.class),
                    Documents.read(row.getString("document"), Sitrep.Fields.class),
                    new PersonId(row.getObject("filed_by", UUID.class)),
                    Timestamps.read(row, "filed_at"),
                    row.getString("text")))
        .list();
  }
}
