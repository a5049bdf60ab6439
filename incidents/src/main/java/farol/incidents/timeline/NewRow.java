package farol.incidents.timeline;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row to be written.
 *
 * @param eventKey names the fact it tells, so that hearing the fact twice writes it once; null for
 *     what a person does
 * @param firstOf where set, the row is curated only if no earlier row's key begins with it
 */
public record NewRow(
    IncidentId incident,
    @Nullable String eventKey,
    Instant occurredAt,
    Precision precision,
    RowSource source,
    RowActor actor,
    @Nullable String onBehalfOf,
    String text,
    List<RowLink> links,
    Map<String, Object> payload,
    boolean curated,
    @Nullable String firstOf,
    @Nullable Visibility visibility) {

  /** A row about what the acting person does. */
  public static NewRow by(
      Actor actor, IncidentId incident, RowSource source, String text, Instant at) {
    return of(RowActor.person(actor.person()), incident, source, text, at)
        .onBehalfOf(actor.onBehalfBy().map(Person::handle).orElse(null));
  }

  public static NewRow of(
      RowActor actor, IncidentId incident, RowSource source, String text, Instant at) {
    return new NewRow(
        incident,
        null,
        at,
        Precision.SECOND,
        source,
        actor,
        null,
        text,
        List.of(),
        Map.of(),
        source.curatedAtOnce(),
        null,
        null);
  }

  public NewRow key(String key) {
    return copy(key, onBehalfOf, links, payload, curated, firstOf);
  }

  public NewRow onBehalfOf(@Nullable String handle) {
    return copy(eventKey, handle, links, payload, curated, firstOf);
  }

  public NewRow links(List<RowLink> to) {
    return copy(eventKey, onBehalfOf, to, payload, curated, firstOf);
  }

  public NewRow payload(Map<String, Object> facts) {
    return copy(eventKey, onBehalfOf, links, facts, curated, firstOf);
  }

  public NewRow curated(boolean fit) {
    return copy(eventKey, onBehalfOf, links, payload, fit, null);
  }

  /** Curated only if it is the first row of the incident whose key begins with this. */
  public NewRow curatedIfFirst(String prefix) {
    return copy(eventKey, onBehalfOf, links, payload, false, prefix);
  }

  private NewRow copy(
      @Nullable String key,
      @Nullable String behalf,
      List<RowLink> to,
      Map<String, Object> facts,
      boolean fit,
      @Nullable String first) {
    return new NewRow(
        incident,
        key,
        occurredAt,
        precision,
        source,
        actor,
        behalf,
        text,
        to,
        facts,
        fit,
        first,
        visibility);
  }
}
