package farol.alerting.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the pages that a test says were planned. */
public final class SettableStory implements AlertStory {
  private final Map<AlertGroupId, List<PageLine>> pages = new HashMap<>();
  private final Map<AlertGroupId, LadderLine> ladders = new HashMap<>();

  void paged(AlertGroupId group, AlertId alert, String person, Instant at) {
    var id = new UUID(0, pages.size() + 1L);
    pages.put(
        group,
        List.of(
            new PageLine(
                id,
                alert.value(),
                "k1",
                person,
                1,
                1,
                "ON_CALL",
                "EMAIL",
                null,
                "FALLBACK",
                "SENT",
                null,
                at,
                at,
                at,
                at,
                null,
                1,
                false,
                id)));
  }

  void climbing(AlertGroupId group, LadderLine ladder) {
    ladders.put(group, ladder);
  }

  @Override
  public List<PageLine> pages(AlertGroupId group) {
    return pages.getOrDefault(group, List.of());
  }

  @Override
  public Map<AlertGroupId, List<PageLine>> pages(List<AlertGroupId> groups) {
    return Map.copyOf(pages);
  }

  @Override
  public Map<AlertGroupId, LadderLine> ladders(List<AlertGroupId> groups) {
    return Map.copyOf(ladders);
  }
}
