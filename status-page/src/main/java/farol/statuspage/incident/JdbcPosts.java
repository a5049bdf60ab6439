package farol.statuspage.incident;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class JdbcPosts {
  private static final TypeReference<List<Post.Said>> SAID = new TypeReference<>() {};
  private static final TypeReference<List<Post.Change>> CHANGES = new TypeReference<>() {};

  private final JdbcClient jdbc;

  JdbcPosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Post> find(String id) {
    return jdbc.sql("select * from statuspage.post where id = :id")
        .param("id", id)
        .query(JdbcPosts::row)
        .optional();
  }

  /** The posts of an incident, newest first. */
  List<Post> of(String incident) {
    return jdbc.sql(
            """
            select * from statuspage.post where incident_id = :incident
            order by coalesce(published_at, created_at) desc, id
            """)
        .param("incident", incident)
        .query(JdbcPosts::row)
        .list();
  }

  /** Posts that still wait for somebody, oldest first. */
  List<Post> waiting(int limit) {
    return jdbc.sql(
            """
            select * from statuspage.post where state in ('DRAFT', 'APPROVED', 'VOIDED')
            order by created_at, id limit :limit
            """)
        .param("limit", limit)
        .query(JdbcPosts::row)
        .list();
  }

  /** The published posts of public incidents published at or after an instant, newest first. */
  List<Post> publishedSince(Instant since) {
    return jdbc.sql(
            """
            select post.* from statuspage.post
              join statuspage.incident on incident.id = post.incident_id
            where post.state = 'PUBLISHED' and incident.kind <> 'EXERCISE'
              and (incident.resolved_at is null or incident.published_at >= :since)
            order by post.published_at desc, post.id
            """)
        .param("since", Timestamps.of(since))
        .query(JdbcPosts::row)
        .list();
  }

  void insert(Post post) {
    bound(
            jdbc.sql(
                """
                insert into statuspage.post (id, incident_id, status, body, next_update_at,
                  components, situation, written_against, changes, notify, state, created_at,
                  created_by, approved_at, approved_by, published_at, edited_at)
                values (:id, :incident, :status, :body, :next, :components, :situation, :against,
                  :changes, :notify, :state, :created, :by, :approved, :approver, :published,
                  :edited)
                """),
            post)
        .param("incident", post.incidentId())
        .param("notify", post.notifies())
        .param("created", Timestamps.of(post.createdAt()))
        .param("by", post.createdBy())
        .update();
  }

  void update(Post post) {
    bound(
            jdbc.sql(
                """
                update statuspage.post
                set status = :status, body = :body, next_update_at = :next,
                  components = :components, situation = :situation, written_against = :against,
                  changes = :changes, state = :state, approved_at = :approved,
                  approved_by = :approver, published_at = :published, edited_at = :edited
                where id = :id
                """),
            post)
        .update();
  }

  void keepRevision(Post before, UUID by, Instant at) {
    jdbc.sql(
            """
            insert into statuspage.post_revision (post_id, revision, body, replaced_at, replaced_by)
            select :post, count(*) + 1, :body, :at, :by
            from statuspage.post_revision where post_id = :post
            """)
        .param("post", before.id())
        .param("body", before.body())
        .param("at", Timestamps.of(at))
        .param("by", by)
        .update();
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Post post) {
    return statement
        .param("id", post.id())
        .param("status", post.status().code())
        .param("body", post.body())
        .param("next", Timestamps.ofNullable(post.nextUpdateAt()))
        .param("components", Documents.of(post.components()))
        .param("situation", Documents.of(post.situation()))
        .param("against", post.writtenAgainst())
        .param("changes", Documents.of(post.changes()))
        .param("state", post.state().name())
        .param("approved", Timestamps.ofNullable(post.approvedAt()))
        .param("approver", post.approvedBy())
        .param("published", Timestamps.ofNullable(post.publishedAt()))
        .param("edited", Timestamps.ofNullable(post.editedAt()));
  }

  static Post row(ResultSet row, int number) throws SQLException {
    return new Post(
        row.getString("id"),
        row.getString("incident_id"),
        PublicStatus.of(row.getString("status")),
        row.getString("body"),
        Timestamps.readNullable(row, "next_update_at"),
        Documents.read(row.getString("components"), SAID),
        Documents.read(row.getString("situation"), Situation.class),
        row.getInt("written_against"),
        Documents.read(row.getString("changes"), CHANGES),
        row.getBoolean("notify"),
        PostState.valueOf(row.getString("state")),
        Timestamps.read(row, "created_at"),
        row.getObject("created_by", UUID.class),
        Timestamps.readNullable(row, "approved_at"),
        row.getObject("approved_by", UUID.class),
        Timestamps.readNullable(row, "published_at"),
        Timestamps.readNullable(row, "edited_at"));
  }
}
