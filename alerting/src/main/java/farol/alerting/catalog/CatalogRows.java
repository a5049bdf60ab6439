package farol.alerting.catalog;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the catalog's rows. Every method joins the caller's transaction. */
@Component
class CatalogRows {
  private final JdbcClient jdbc;

  CatalogRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers false, and writes nothing, when the handle is taken. */
  boolean insert(Person person, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.person
                    (id, handle, name, email, zone, locale, role, active, created_at)
                values (:id, :handle, :name, :email, :zone, :locale, :role, :active, :now)
                on conflict on constraint person_handle_unique do nothing
                """)
            .params(person(person))
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  void update(Person person) {
    jdbc.sql(
            """
            update alerting.person
            set name = :name, email = :email, zone = :zone, locale = :locale, role = :role,
                active = :active
            where id = :id and handle = :handle
            """)
        .params(person(person))
        .update();
  }

  private static java.util.Map<String, Object> person(Person person) {
    return java.util.Map.of(
        "id", person.id().value(),
        "handle", person.handle(),
        "name", person.name(),
        "email", person.email(),
        "zone", person.zone().getId(),
        "locale", person.locale().toLanguageTag(),
        "role", person.role().name(),
        "active", person.active());
  }

  boolean nobody() {
    return jdbc.sql("select not exists (select from alerting.person)")
        .query(Boolean.class)
        .single();
  }

  List<Absence> absences(PersonId person) {
    return jdbc.sql(
            """
            select from_at, to_at, reason from alerting.absence
            where person_id = :person order by from_at
            """)
        .param("person", person.value())
        .query(
            (row, _) ->
                new Absence(
                    Timestamps.read(row, "from_at"),
                    Timestamps.read(row, "to_at"),
                    row.getString("reason")))
        .list();
  }

  void replaceAbsences(PersonId person, List<Absence> absences) {
    jdbc.sql("delete from alerting.absence where person_id = :person")
        .param("person", person.value())
        .update();
    for (var absence : absences) {
      jdbc.sql(
              """
              insert into alerting.absence (person_id, from_at, to_at, reason)
              values (:person, :from, :to, :reason)
              """)
          .param("person", person.value())
          .param("from", Timestamps.of(absence.from()))
          .param("to", Timestamps.of(absence.to()))
          .param("reason", absence.reason())
          .update();
    }
  }

  /** Answers false, and writes nothing, when the slug is taken. */
  boolean insert(Team team, Instant now) {
    var inserted =
        jdbc.sql(
                """
                insert into alerting.team
                    (id, slug, name, manager_id, deputy_id, parent_id, created_at)
                values (:id, :slug, :name, :manager, :deputy, :parent, :now)
                on conflict on constraint team_slug_unique do nothing
                """)
            .param("id", team.id().value())
            .param("slug", team.slug())
            .param("name", team.name())
            .param("manager", team.manager().map(PersonId::value).orElse(null))
            .param("deputy", team.deputy().map(PersonId::value).orElse(null))
            .param("parent", team.parent().map(TeamId::value).orElse(null))
            .param("now", Timestamps.of(now))
            .update();
    if (inserted == 1) {
      replaceMembers(team);
    }
    return inserted == 1;
  }

  void update(Team team) {
    jdbc.sql(
            """
            update alerting.team
            set name = :name, manager_id = :manager, deputy_id = :deputy, parent_id = :parent
            where id = :id
            """)
        .param("id", team.id().value())
        .param("name", team.name())
        .param("manager", team.manager().map(PersonId::value).orElse(null))
        .param("deputy", team.deputy().map(PersonId::value).orElse(null))
        .param("parent", team.parent().map(TeamId::value).orElse(null))
        .update();
    replaceMembers(team);
  }

  private void replaceMembers(Team team) {
    jdbc.sql("delete from alerting.team_member where team_id = :team")
        .param("team", team.id().value())
        .update();
    for (var position = 0; position < team.members().size(); position++) {
      jdbc.sql(
              """
              insert into alerting.team_member (team_id, person_id, position)
              values (:team, :person, :position)
              """)
          .param("team", team.id().value())
          .param("person", team.members().get(position).value())
          .param("position", position)
          .update();
    }
  }

  /** Answers false, and writes nothing, when the slug is taken. */
  boolean insert(Service service, Grouping grouping, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.service
                    (id, slug, name, team_id, type, tier, policy_slug, platform_part,
                     grouping_rule, created_at)
                values (:id, :slug, :name, :team, :type, :tier, :policy, :part, :grouping, :now)
                on conflict on constraint service_slug_unique do nothing
                """)
            .params(service(service, grouping))
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  void update(Service service, Grouping grouping) {
    jdbc.sql(
            """
            update alerting.service
            set name = :name, team_id = :team, type = :type, tier = :tier, policy_slug = :policy,
                platform_part = :part, grouping_rule = :grouping
            where id = :id and slug = :slug
            """)
        .params(service(service, grouping))
        .update();
  }

  private static java.util.Map<String, @org.jspecify.annotations.Nullable Object> service(
      Service service, Grouping grouping) {
    var values = new java.util.HashMap<String, @org.jspecify.annotations.Nullable Object>();
    values.put("id", service.id().value());
    values.put("slug", service.slug());
    values.put("name", service.name());
    values.put("team", service.team().value());
    values.put("type", service.type());
    values.put("tier", service.tier());
    values.put("policy", service.policySlug());
    values.put("part", service.platformPart());
    values.put("grouping", Documents.of(grouping));
    return values;
  }

  void retire(TeamId team, Instant now) {
    jdbc.sql("update alerting.team set retired_at = :now where id = :id and retired_at is null")
        .param("now", Timestamps.of(now))
        .param("id", team.value())
        .update();
  }

  void retire(ServiceId service, Instant now) {
    jdbc.sql("update alerting.service set retired_at = :now where id = :id and retired_at is null")
        .param("now", Timestamps.of(now))
        .param("id", service.value())
        .update();
  }
}
