package farol.alerting.notify;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertStory;
import farol.alerting.storage.Timestamps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells pages and ladders from the ledger and the ladders under way. */
@Repository
class LedgerStory implements AlertStory {
  private final JdbcClient jdbc;

  LedgerStory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PageLine> pages(AlertGroupId group) {
    return pages(List.of(group)).getOrDefault(group, List.of());
  }

  @Override
  public Map<AlertGroupId, List<PageLine>> pages(List<AlertGroupId> groups) {
    var pages = new HashMap<AlertGroupId, List<PageLine>>();
    if (groups.isEmpty()) {
      return pages;
    }
    jdbc.sql(PageRows.SELECT + "where p.group_id in (:groups) order by p.position")
        .param("groups", ids(groups))
        .query(
            (row, number) ->
                pages
                    .computeIfAbsent(
                        new AlertGroupId(row.getObject("group_id", UUID.class)),
                        _ -> new ArrayList<>())
                    .add(PageRows.line(row, number)))
        .list();
    return pages;
  }

  @Override
  public Map<AlertGroupId, LadderLine> ladders(List<AlertGroupId> groups) {
    var ladders = new HashMap<AlertGroupId, LadderLine>();
    if (groups.isEmpty()) {
      return ladders;
    }
    jdbc.sql(
            """
            select distinct on (group_id)
                   group_id, policy_slug, policy_version, pass, level, next_due_at
            from alerting.escalation where group_id in (:groups)
            order by group_id, began_at desc, state = 'ENDED'
            """)
        .param("groups", ids(groups))
        .query(
            (row, _) ->
                ladders.put(
                    new AlertGroupId(row.getObject("group_id", UUID.class)),
                    new LadderLine(
                        row.getString("policy_slug"),
                        row.getInt("policy_version"),
                        row.getInt("pass"),
                        row.getInt("level"),
                        Timestamps.readNullable(row, "next_due_at"))))
        .list();
    return ladders;
  }

  private static List<UUID> ids(List<AlertGroupId> groups) {
    return groups.stream().map(AlertGroupId::value).toList();
  }
}
