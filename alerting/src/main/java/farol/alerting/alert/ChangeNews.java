package farol.alerting.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something changed at a service, as its sender tells it.
 *
 * @param happenedAt null when the sender does not say
 */
public record ChangeNews(
    String summary,
    String source,
    @Nullable Instant happenedAt,
    Map<String, Object> details,
    List<Link> links,
    String body) {
  public ChangeNews {
    var content =
        new AlertContent(summary, source, Severity.INFO, Urgency.LOW, Map.of(), details, links);
    summary = content.summary();
    source = content.source();
    details = content.details();
    links = content.links();
  }
}
