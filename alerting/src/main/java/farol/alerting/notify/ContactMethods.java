package farol.alerting.notify;

import farol.alerting.alert.Urgency;
import farol.alerting.catalog.PersonId;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contact methods and notification rules in PostgreSQL. */
@Repository
class ContactMethods {
  /** One rule: by this method so long after the level fired. */
  record Rule(int afterSeconds, UUID contactMethod) {}

  private static final String SELECT =
      """
      select id, person_id, type, address, name, sealed_secret, state
      from alerting.contact_method
      """;

  private final JdbcClient jdbc;

  ContactMethods(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one person, oldest first. */
  List<ContactMethod> of(PersonId person) {
    return jdbc.sql(SELECT + "where person_id = :person order by created_at, id")
        .param("person", person.value())
        .query(ContactMethods::method)
        .list();
  }

  Optional<ContactMethod> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(ContactMethods::method)
        .optional();
  }

  void insert(
      ContactMethod method, @Nullable PersonId attestedBy, @Nullable String reason, Instant now) {
    jdbc.sql(
            """
            insert into alerting.contact_method
              (id, person_id, type, address, name, sealed_secret, state, attested_by, reason,
               created_at)
            values (:id, :person, :type, :address, :name, :secret, :state, :attestedBy, :reason,
               :now)
            """)
        .param("id", method.id())
        .param("person", method.person().value())
        .param("type", method.type().name())
        .param("address", method.address())
        .param("name", method.name())
        .param("secret", method.sealedSecret())
        .param("state", method.state().name())
        .param("attestedBy", attestedBy == null ? null : attestedBy.value())
        .param("reason", reason)
        .param("now", Timestamps.of(now))
        .update();
  }

  List<Rule> rules(PersonId person, Urgency urgency) {
    return jdbc.sql(
            """
            select after_seconds, contact_method_id from alerting.notification_rule
            where person_id = :person and urgency = :urgency order by position
            """)
        .param("person", person.value())
        .param("urgency", urgency.name())
        .query(
            (row, _) ->
                new Rule(
                    row.getInt("after_seconds"), row.getObject("contact_method_id", UUID.class)))
        .list();
  }

  void replaceRules(PersonId person, Urgency urgency, List<Rule> rules) {
    jdbc.sql("delete from alerting.notification_rule where person_id = :p and urgency = :urgency")
        .param("p", person.value())
        .param("urgency", urgency.name())
        .update();
    for (var position = 0; position < rules.size(); position++) {
      jdbc.sql(
              """
              insert into alerting.notification_rule
                (person_id, urgency, position, after_seconds, contact_method_id)
              values (:person, :urgency, :position, :after, :method)
              """)
          .param("person", person.value())
          .param("urgency", urgency.name())
          .param("position", position + 1)
          .param("after", rules.get(position).afterSeconds)
          .param("method", rules.get(position).contactMethod)
          .update();
    }
  }

  private static ContactMethod method(ResultSet row, int number) throws SQLException {
    return new ContactMethod(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        ChannelType.valueOf(row.getString("type")),
        row.getString("address"),
        row.getString("name"),
        row.getString("sealed_secret"),
        ContactMethod.State.valueOf(row.getString("state")));
  }
}
