package farol.alerting.catalog;

import farol.alerting.storage.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalog in PostgreSQL. */
@Component
class JdbcCatalog implements Catalog {
  private static final String PERSON =
      "select id, handle, name, email, zone, locale, role, active from alerting.person ";
  private static final String TEAM =
      """
      select t.id, t.slug, t.name, t.manager_id, t.deputy_id, t.parent_id,
             array(select m.person_id from alerting.team_member m
                   where m.team_id = t.id order by m.position) as members
      from alerting.team t
      """;
  private static final String SERVICE =
      """
      select id, slug, name, team_id, type, tier, policy_slug, platform_part
      from alerting.service
      """;

  private final JdbcClient jdbc;

  JdbcCatalog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return jdbc.sql(PERSON + "where id = :id")
        .param("id", id.value())
        .query(JdbcCatalog::person)
        .optional();
  }

  @Override
  public Optional<Person> person(String handle) {
    return jdbc.sql(PERSON + "where handle = :handle")
        .param("handle", handle)
        .query(JdbcCatalog::person)
        .optional();
  }

  @Override
  public List<Person> people() {
    return jdbc.sql(PERSON + "where active order by handle").query(JdbcCatalog::person).list();
  }

  @Override
  public Optional<Team> team(TeamId id) {
    return jdbc.sql(TEAM + "where t.id = :id")
        .param("id", id.value())
        .query(JdbcCatalog::team)
        .optional();
  }

  @Override
  public Optional<Team> team(String slug) {
    return jdbc.sql(TEAM + "where t.slug = :slug and t.retired_at is null")
        .param("slug", slug)
        .query(JdbcCatalog::team)
        .optional();
  }

  @Override
  public List<Team> teams() {
    return jdbc.sql(TEAM + "where t.retired_at is null order by t.slug")
        .query(JdbcCatalog::team)
        .list();
  }

  @Override
  public Optional<Service> service(ServiceId id) {
    return jdbc.sql(SERVICE + "where id = :id")
        .param("id", id.value())
        .query(JdbcCatalog::service)
        .optional();
  }

  @Override
  public Optional<Service> service(String slug) {
    return jdbc.sql(SERVICE + "where slug = :slug and retired_at is null")
        .param("slug", slug)
        .query(JdbcCatalog::service)
        .optional();
  }

  @Override
  public List<Service> services() {
    return jdbc.sql(SERVICE + "where retired_at is null order by slug")
        .query(JdbcCatalog::service)
        .list();
  }

  @Override
  public boolean absentAt(PersonId person, Instant at) {
    return jdbc.sql(
            """
            select exists (select from alerting.absence
                           where person_id = :person and from_at <= :at and :at < to_at)
            """)
        .param("person", person.value())
        .param("at", Timestamps.of(at))
        .query(Boolean.class)
        .single();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(uuid(row, "id")),
        row.getString("handle"),
        row.getString("name"),
        row.getString("email"),
        ZoneId.of(row.getString("zone")),
        Locale.forLanguageTag(row.getString("locale")),
        Role.valueOf(row.getString("role")),
        row.getBoolean("active"));
  }

  private static Team team(ResultSet row, int number) throws SQLException {
    var manager = optionalUuid(row, "manager_id");
    var deputy = optionalUuid(row, "deputy_id");
    var parent = optionalUuid(row, "parent_id");
    return new Team(
        new TeamId(uuid(row, "id")),
        row.getString("slug"),
        row.getString("name"),
        manager == null ? null : new PersonId(manager),
        deputy == null ? null : new PersonId(deputy),
        parent == null ? null : new TeamId(parent),
        members(row.getArray("members")));
  }

  private static List<PersonId> members(Array column) throws SQLException {
    return Arrays.stream((UUID[]) column.getArray()).map(PersonId::new).toList();
  }

  private static Service service(ResultSet row, int number) throws SQLException {
    return new Service(
        new ServiceId(uuid(row, "id")),
        row.getString("slug"),
        row.getString("name"),
        new TeamId(uuid(row, "team_id")),
        row.getString("type"),
        row.getInt("tier"),
        row.getString("policy_slug"),
        row.getString("platform_part"));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static @Nullable UUID optionalUuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}
