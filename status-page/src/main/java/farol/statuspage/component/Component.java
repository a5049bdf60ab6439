package farol.statuspage.component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer can name.
 *
 * @param regions where it lives; empty when it is global
 * @param startDate the first day it is measured; null for as long as there is history
 * @param retiredAt when it left the page; its history stays
 */
public record Component(
    String id,
    String name,
    @Nullable String description,
    @Nullable String groupId,
    PageSystem system,
    List<String> regions,
    int position,
    boolean showcase,
    boolean onlyShowIfDegraded,
    @Nullable LocalDate startDate,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant retiredAt) {
  public static final int REGIONS_MAX = 20;

  public Component {
    regions = List.copyOf(regions);
  }
}
