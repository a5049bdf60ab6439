package farol.alerting.escalation;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.TeamId;
import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Policies with their versions, and the last resort, in PostgreSQL. */
@Repository
class JdbcPolicies {
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  /** One version as stored. */
  record Stored(UUID id, String slug, @Nullable TeamId team, int version, PolicyDraft draft) {
    EscalationPolicy policy() {
      return draft.read(slug, version);
    }
  }

  /** Whom to page when nothing else is left; {@code people} are handles. */
  record LastResort(List<String> people, List<String> webhooks) {
    static final LastResort EMPTY = new LastResort(List.of(), List.of());
  }

  private static final String SELECT =
      """
      select p.id, p.slug, p.team_id, v.version, v.document
      from alerting.escalation_policy p
      join alerting.escalation_policy_version v on v.policy_id = p.id
      """;

  private final JdbcClient jdbc;

  JdbcPolicies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest version of each, by slug. */
  List<Stored> newest() {
    return jdbc.sql(
            SELECT
                + """
                where v.version = (select max(version) from alerting.escalation_policy_version n
                                   where n.policy_id = p.id)
                order by p.slug
                """)
        .query(JdbcPolicies::stored)
        .list();
  }

  Optional<Stored> newest(String slug) {
    return jdbc.sql(SELECT + "where p.slug = :slug order by v.version desc limit 1")
        .param("slug", slug)
        .query(JdbcPolicies::stored)
        .optional();
  }

  Optional<Stored> version(String slug, int version) {
    return jdbc.sql(SELECT + "where p.slug = :slug and v.version = :version")
        .param("slug", slug)
        .param("version", version)
        .query(JdbcPolicies::stored)
        .optional();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    var team = row.getObject("team_id", UUID.class);
    return new Stored(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        team == null ? null : new TeamId(team),
        row.getInt("version"),
        Documents.read(row.getString("document"), PolicyDraft.class));
  }

  /** Stores a policy without versions; false when its slug is taken. */
  boolean insert(UUID id, String slug, @Nullable TeamId team, Instant now) {
    return jdbc.sql(
                """
                insert into alerting.escalation_policy (id, slug, team_id, created_at)
                values (:id, :slug, :team, :now) on conflict (slug) do nothing
                """)
            .param("id", id)
            .param("slug", slug)
            .param("team", team == null ? null : team.value(), Types.OTHER)
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Locks the policy against other edits and appends a version; answers its number. */
  int append(UUID id, PolicyDraft draft, PersonId by, Instant now) {
    jdbc.sql("select id from alerting.escalation_policy where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .single();
    return jdbc.sql(
            """
            insert into alerting.escalation_policy_version
              (policy_id, version, document, saved_at, saved_by)
            select :id, coalesce(max(version), 0) + 1, :document, :now, :by
            from alerting.escalation_policy_version where policy_id = :id
            returning version
            """)
        .param("id", id)
        .param("document", Documents.of(draft))
        .param("now", Timestamps.of(now))
        .param("by", by.value())
        .query(Integer.class)
        .single();
  }

  LastResort lastResort() {
    return jdbc.sql("select people, webhooks from alerting.last_resort")
        .query(
            (row, _) ->
                new LastResort(
                    Documents.read(row.getString("people"), STRINGS),
                    Documents.read(row.getString("webhooks"), STRINGS)))
        .optional()
        .orElse(LastResort.EMPTY);
  }

  void store(LastResort lastResort) {
    jdbc.sql(
            """
            insert into alerting.last_resort (singleton, people, webhooks)
            values (true, :people, :webhooks)
            on conflict (singleton)
            do update set people = excluded.people, webhooks = excluded.webhooks
            """)
        .param("people", Documents.of(lastResort.people))
        .param("webhooks", Documents.of(lastResort.webhooks))
        .update();
  }
}
