package farol.incidents.capture;

import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published posts as rows, each once. */
@Component
public class PostFacts {
  private final Timeline timeline;

  PostFacts(Timeline timeline) {
    this.timeline = timeline;
  }

  /** What customers were told, by whom, and when the next word is promised. */
  public record Told(
      String post,
      String publicIncident,
      String status,
      String body,
      @Nullable Instant nextUpdateAt,
      @Nullable Person by,
      Instant at) {}

  public void published(IncidentId incident, Told told, Instant now) {
    var payload = new HashMap<String, Object>();
    payload.put("post", told.post());
    payload.put("publicIncidentId", told.publicIncident());
    payload.put("status", told.status());
    payload.put("body", told.body());
    if (told.nextUpdateAt() != null) {
      payload.put("nextUpdateAt", told.nextUpdateAt().toString());
    }
    var actor = told.by() == null ? RowActor.FAROL : RowActor.person(told.by());
    timeline.append(
        NewRow.of(actor, incident, RowSource.STATUS_POST, text(told), told.at())
            .key("post:" + told.post())
            .payload(Map.copyOf(payload)),
        now);
  }

  private static String text(Told told) {
    return "Public post, %s: %s".formatted(told.status(), told.body());
  }
}
