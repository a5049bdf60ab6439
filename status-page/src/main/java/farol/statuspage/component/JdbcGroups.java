package farol.statuspage.component;

import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGroups {
  private final JdbcClient jdbc;

  JdbcGroups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Group> all() {
    return jdbc.sql(
            """
            select * from statuspage.component_group
            where retired_at is null
            order by position, name, id
            """)
        .query(JdbcGroups::row)
        .list();
  }

  Optional<Group> find(String id) {
    return jdbc.sql(
            "select * from statuspage.component_group where id = :id and retired_at is null")
        .param("id", id)
        .query(JdbcGroups::row)
        .optional();
  }

  void insert(Group group) {
    bound(
            jdbc.sql(
                """
                insert into statuspage.component_group
                  (id, name, description, position, created_at, updated_at)
                values (:id, :name, :description, :position, :updated, :updated)
                """),
            group)
        .update();
  }

  void update(Group group) {
    bound(
            jdbc.sql(
                """
                update statuspage.component_group
                set name = :name, description = :description, position = :position,
                  updated_at = :updated
                where id = :id
                """),
            group)
        .update();
  }

  void retire(String id, Instant at) {
    jdbc.sql("update statuspage.component_group set retired_at = :at where id = :id")
        .param("at", Timestamps.of(at))
        .param("id", id)
        .update();
    jdbc.sql(
            """
            update statuspage.component set group_id = null, updated_at = :at
            where group_id = :id and retired_at is null
            """)
        .param("at", Timestamps.of(at))
        .param("id", id)
        .update();
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Group group) {
    return statement
        .param("id", group.id())
        .param("name", group.name())
        .param("description", group.description())
        .param("position", group.position())
        .param("updated", Timestamps.of(group.updatedAt()));
  }

  private static Group row(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getString("id"),
        row.getString("name"),
        row.getString("description"),
        row.getInt("position"),
        Timestamps.read(row, "created_at"),
        Timestamps.read(row, "updated_at"));
  }
}
