package farol.alerting.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pages and the ladder of a group, as an alert's door and view tell them. Implemented by
 * notify.
 */
public interface AlertStory {
  /** A page as every door answers it (alerting specification 5.9); instants in milliseconds. */
  record PageLine(
      UUID id,
      UUID alert,
      String dedupKey,
      @Nullable String person,
      int pass,
      int level,
      String target,
      @Nullable String channel,
      @Nullable UUID contactMethod,
      @Nullable String rule,
      String state,
      @Nullable String reason,
      Instant acceptedAt,
      Instant plannedFor,
      @Nullable Instant intentAt,
      @Nullable Instant sentAt,
      @Nullable Instant observedAt,
      int attempts,
      boolean possibleDuplicate,
      UUID idempotencyKey) {}

  /** Where the ladder stands; {@code nextAt} is null when nothing is due. */
  record LadderLine(String policy, int version, int pass, int level, @Nullable Instant nextAt) {}

  /** Oldest first. */
  List<PageLine> pages(AlertGroupId group);

  /** Pages of many groups in one query. */
  Map<AlertGroupId, List<PageLine>> pages(List<AlertGroupId> groups);

  /** Ladders of many groups in one query; a group without one is absent. */
  Map<AlertGroupId, LadderLine> ladders(List<AlertGroupId> groups);
}
