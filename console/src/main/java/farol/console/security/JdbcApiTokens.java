package farol.console.security;

import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Scope;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcApiTokens {
  private final JdbcClient jdbc;

  JdbcApiTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers false when a token of this hash exists. */
  boolean add(ApiToken token, byte[] hash) {
    return jdbc.sql(
                """
                insert into console.api_token
                  (id, person_id, name, scope, token_hash, created_by, created_at, expires_at)
                values (:id, :person, :name, :scope, :hash, :createdBy, :createdAt, :expiresAt)
                on conflict (token_hash) do nothing
                """)
            .param("id", token.id())
            .param("person", token.person().value())
            .param("name", token.name())
            .param("scope", token.scope().name())
            .param("hash", hash)
            .param("createdBy", token.createdBy().value())
            .param("createdAt", Timestamps.of(token.createdAt()))
            .param("expiresAt", Timestamps.ofNullable(token.expiresAt()))
            .update()
        == 1;
  }

  Optional<ApiToken> find(byte[] hash) {
    return jdbc.sql("select * from console.api_token where token_hash = :hash")
        .param("hash", hash)
        .query(JdbcApiTokens::token)
        .optional();
  }

  Optional<ApiToken> find(UUID id) {
    return jdbc.sql("select * from console.api_token where id = :id")
        .param("id", id)
        .query(JdbcApiTokens::token)
        .optional();
  }

  List<ApiToken> of(PersonId person) {
    return jdbc.sql(
            "select * from console.api_token where person_id = :person order by created_at desc")
        .param("person", person.value())
        .query(JdbcApiTokens::token)
        .list();
  }

  void revoke(UUID id, Instant now) {
    jdbc.sql("update console.api_token set revoked_at = :now where id = :id and revoked_at is null")
        .param("id", id)
        .param("now", Timestamps.of(now))
        .update();
  }

  void used(UUID id, Instant now) {
    jdbc.sql("update console.api_token set last_used_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamps.of(now))
        .update();
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("name"),
        Scope.valueOf(row.getString("scope")),
        new PersonId(row.getObject("created_by", UUID.class)),
        Timestamps.read(row, "created_at"),
        Timestamps.readNullable(row, "expires_at"),
        Timestamps.readNullable(row, "revoked_at"),
        Timestamps.readNullable(row, "last_used_at"));
  }
}
