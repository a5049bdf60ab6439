package farol.runbooks.devcloud;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was asked of the simulated platform, and what it did. */
@Component("devcloudJournal")
public class Journal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcJournal journal;

  Journal(JdbcJournal journal) {
    this.journal = journal;
  }

  /** Records what a request changed, in the transaction that changes it. */
  void effect(
      Caller caller, String app, String kind, @Nullable Object before, @Nullable Object after) {
    journal.insert(
        new Effect(
            0,
            caller.now(),
            caller.requestId(),
            app,
            kind,
            before == null ? null : JSON.valueToTree(before),
            after == null ? null : JSON.valueToTree(after)));
  }

  public void request(LoggedRequest request) {
    journal.insert(request);
  }

  /** Oldest first, after {@code afterSeq}. */
  public List<LoggedRequest> requests(
      @Nullable String app, @Nullable String method, boolean mutating, long afterSeq, int limit) {
    return journal.requests(app, method, mutating, afterSeq, limit);
  }

  /** Newest first. */
  public List<LoggedRequest> latest(int limit) {
    return journal.latest(limit);
  }

  public List<Effect> effects(@Nullable String app, long afterSeq, int limit) {
    return journal.effects(app, afterSeq, limit);
  }

  /** Effects by kind since the scenario was loaded. */
  public Map<String, Long> counts(@Nullable String app) {
    return journal.counts(app);
  }
}
