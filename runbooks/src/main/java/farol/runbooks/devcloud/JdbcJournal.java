package farol.runbooks.devcloud;

import farol.alerting.storage.Documents;
import farol.alerting.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Stores the log of requests, and effects with their counts. */
@Component("devcloudJdbcJournal")
class JdbcJournal {
  static final int REQUEST_LOG_KEEP = 50_000;
  static final int EFFECTS_KEEP = 200_000;

  /** Rows are pruned once in this many inserts. */
  private static final int PRUNE_EVERY = 500;

  private final JdbcClient jdbc;

  JdbcJournal(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Appends a request with the kind of its effect, which was recorded before it. */
  void insert(LoggedRequest request) {
    var seq =
        jdbc.sql(
                """
                insert into runbooks.devcloud_request (at, request_id, client_request_id, account,
                  method, path, status, app, mutating, effect, fault, duration_millis, user_agent)
                values (:at, :requestId, :clientRequestId, :account, :method, :path, :status, :app,
                  :mutating,
                  (select kind from runbooks.devcloud_effect e
                    where e.request_id = :requestId order by e.seq limit 1),
                  :fault, :duration, :userAgent)
                returning seq
                """)
            .param("at", Timestamps.of(request.at()))
            .param("requestId", request.requestId())
            .param("clientRequestId", request.clientRequestId())
            .param("account", request.account())
            .param("method", request.method())
            .param("path", request.path())
            .param("status", request.status())
            .param("app", request.app())
            .param("mutating", request.mutating())
            .param("fault", request.fault())
            .param("duration", request.durationMillis())
            .param("userAgent", request.userAgent())
            .query(Long.class)
            .single();
    prune("runbooks.devcloud_request", seq, REQUEST_LOG_KEEP);
  }

  /** Appends an effect and counts it. */
  void insert(Effect effect) {
    var seq =
        jdbc.sql(
                """
                insert into runbooks.devcloud_effect (at, request_id, app, kind, before, after)
                values (:at, :requestId, :app, :kind, :before, :after)
                returning seq
                """)
            .param("at", Timestamps.of(effect.at()))
            .param("requestId", effect.requestId())
            .param("app", effect.app())
            .param("kind", effect.kind())
            .param("before", Documents.of(effect.before()))
            .param("after", Documents.of(effect.after()))
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into runbooks.devcloud_effect_count (app, kind, effects)
            values (:app, :kind, 1)
            on conflict on constraint devcloud_effect_count_pk
            do update set effects = devcloud_effect_count.effects + 1
            """)
        .param("app", effect.app())
        .param("kind", effect.kind())
        .update();
    prune("runbooks.devcloud_effect", seq, EFFECTS_KEEP);
  }

  private void prune(String table, long seq, int keep) {
    if (seq % PRUNE_EVERY == 0) {
      jdbc.sql("delete from " + table + " where seq <= :last").param("last", seq - keep).update();
    }
  }

  List<LoggedRequest> requests(
      @Nullable String app, @Nullable String method, boolean mutating, long afterSeq, int limit) {
    return jdbc.sql(
            """
            select * from runbooks.devcloud_request
            where seq > :afterSeq
              and (cast(:app as text) is null or app = :app)
              and (cast(:method as text) is null or method = :method)
              and (not :mutating or mutating)
            order by seq
            limit :limit
            """)
        .param("afterSeq", afterSeq)
        .param("app", app)
        .param("method", method)
        .param("mutating", mutating)
        .param("limit", limit)
        .query(JdbcJournal::request)
        .list();
  }

  List<LoggedRequest> latest(int limit) {
    return jdbc.sql("select * from runbooks.devcloud_request order by seq desc limit :limit")
        .param("limit", limit)
        .query(JdbcJournal::request)
        .list();
  }

  List<Effect> effects(@Nullable String app, long afterSeq, int limit) {
    return jdbc.sql(
            """
            select * from runbooks.devcloud_effect
            where seq > :afterSeq and (cast(:app as text) is null or app = :app)
            order by seq
            limit :limit
            """)
        .param("afterSeq", afterSeq)
        .param("app", app)
        .param("limit", limit)
        .query(JdbcJournal::effect)
        .list();
  }

  /** Effects by kind since the scenario was loaded, pruned ones included. */
  Map<String, Long> counts(@Nullable String app) {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select kind, sum(effects) as effects from runbooks.devcloud_effect_count
            where cast(:app as text) is null or app = :app
            group by kind
            """)
        .param("app", app)
        .query((row, _) -> counts.put(row.getString("kind"), row.getLong("effects")))
        .list();
    return counts;
  }

  private static LoggedRequest request(ResultSet row, int number) throws SQLException {
    return new LoggedRequest(
        row.getLong("seq"),
        Timestamps.read(row, "at"),
        row.getObject("request_id", UUID.class),
        row.getString("client_request_id"),
        row.getString("account"),
        row.getString("method"),
        row.getString("path"),
        row.getObject("status", Integer.class),
        row.getString("app"),
        row.getBoolean("mutating"),
        row.getString("effect"),
        row.getObject("fault", UUID.class),
        row.getLong("duration_millis"),
        row.getString("user_agent"));
  }

  private static Effect effect(ResultSet row, int number) throws SQLException {
    return new Effect(
        row.getLong("seq"),
        Timestamps.read(row, "at"),
        row.getObject("request_id", UUID.class),
        row.getString("app"),
        row.getString("kind"),
        json(row.getString("before")),
        json(row.getString("after")));
  }

  private static @Nullable JsonNode json(@Nullable String document) {
    return document == null ? null : Documents.read(document, JsonNode.class);
  }
}
