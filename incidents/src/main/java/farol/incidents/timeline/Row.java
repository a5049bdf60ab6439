package farol.incidents.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a timeline. Once written it never changes.
 *
 * @param occurredAt when it happened, as claimed
 * @param recordedAt when the row was written
 * @param onBehalfOf the owner of the token that acted for the person
 * @param curated fit for the retrospective
 * @param supersedes the row this one corrects
 * @param supersededBy the row that corrects this one, as far as the reader's instant knows
 */
public record Row(
    UUID id,
    long sequence,
    Instant occurredAt,
    Instant recordedAt,
    Precision precision,
    RowSource source,
    RowActor actor,
    @Nullable String onBehalfOf,
    String text,
    List<RowLink> links,
    Map<String, Object> payload,
    boolean curated,
    Visibility visibility,
    @Nullable UUID supersedes,
    @Nullable UUID supersededBy,
    boolean retracted,
    @Nullable String reason) {
  public static final int TEXT_MAX = 4000;

  public Row {
    links = List.copyOf(links);
    payload = Map.copyOf(payload);
  }
}
