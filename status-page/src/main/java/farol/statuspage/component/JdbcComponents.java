package farol.statuspage.component;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComponents {
  private final JdbcClient jdbc;

  JdbcComponents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The components that are not retired, groups first in their order, then those without one. */
  List<Component> onPage() {
    return jdbc.sql(
            """
            select component.* from statuspage.component
              left join statuspage.component_group grp on grp.id = component.group_id
            where component.retired_at is null
            order by grp.position nulls last, grp.id, component.position, component.name,
              component.id
            """)
        .query(JdbcComponents::row)
        .list();
  }

  Optional<Component> find(String id) {
    return jdbc.sql("select * from statuspage.component where id = :id")
        .param("id", id)
        .query(JdbcComponents::row)
        .optional();
  }

  int count() {
    return jdbc.sql("select count(*) from statuspage.component where retired_at is null")
        .query(Integer.class)
        .single();
  }

  int nextPosition() {
    return jdbc.sql("select coalesce(max(position), 0) + 1 from statuspage.component")
        .query(Integer.class)
        .single();
  }

  void insert(Component component) {
    bound(
            jdbc.sql(
                """
                insert into statuspage.component (id, name, description, group_id, system,
                  regions, position, showcase, only_show_if_degraded, start_date, created_at,
                  updated_at)
                values (:id, :name, :description, :group, :system, :regions, :position, :showcase,
                  :only, :start, :updated, :updated)
                """),
            component)
        .update();
  }

  void update(Component component) {
    bound(
            jdbc.sql(
                """
                update statuspage.component
                set name = :name, description = :description, group_id = :group,
                  system = :system, regions = :regions, position = :position,
                  showcase = :showcase, only_show_if_degraded = :only, start_date = :start,
                  updated_at = :updated
                where id = :id
                """),
            component)
        .update();
  }

  /** A change of its state is a change of the component. */
  void touch(String id, Instant at) {
    jdbc.sql("update statuspage.component set updated_at = :at where id = :id")
        .param("at", Timestamps.of(at))
        .param("id", id)
        .update();
  }

  void retire(String id, Instant at) {
    jdbc.sql("update statuspage.component set retired_at = :at, updated_at = :at where id = :id")
        .param("at", Timestamps.of(at))
        .param("id", id)
        .update();
  }

  private static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, Component component) {
    return statement
        .param("id", component.id())
        .param("name", component.name())
        .param("description", component.description())
        .param("group", component.groupId())
        .param("system", component.system().word())
        .param("regions", component.regions().toArray(String[]::new))
        .param("position", component.position())
        .param("showcase", component.showcase())
        .param("only", component.onlyShowIfDegraded())
        .param("start", component.startDate())
        .param("updated", Timestamps.of(component.updatedAt()));
  }

  private static Component row(ResultSet row, int number) throws SQLException {
    return new Component(
        row.getString("id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("group_id"),
        PageSystem.of(row.getString("system")),
        List.of((String[]) row.getArray("regions").getArray()),
        row.getInt("position"),
        row.getBoolean("showcase"),
        row.getBoolean("only_show_if_degraded"),
        row.getObject("start_date", LocalDate.class),
        Timestamps.read(row, "created_at"),
        Timestamps.read(row, "updated_at"),
        Timestamps.readNullable(row, "retired_at"));
  }
}
