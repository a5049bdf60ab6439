package farol.incidents.capture;

import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertLinks;
import farol.alerting.alert.AlertStory;
import farol.alerting.alert.AlertSummary;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.incidents.timeline.NewRow;
import farol.incidents.timeline.RowActor;
import farol.incidents.timeline.RowLink;
import farol.incidents.timeline.RowSource;
import farol.incidents.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Facts of alerts and pages as rows. Each has a key, so that it is written once whether the fact is
 * heard, heard again, or asked for when its alert is linked later.
 */
@Component
public class AlertFacts {
  static final String TRIGGERED = "alert-triggered:";
  static final String ACKNOWLEDGED = "alert-acknowledged:";
  static final String RESOLVED = "alert-resolved:";
  static final String PAGED = "page-sent:";

  private final AlertLinks links;
  private final AlertStory story;
  private final CommanderAlerts commanderAlerts;
  private final Catalog catalog;
  private final Timeline timeline;

  AlertFacts(
      AlertLinks links,
      AlertStory story,
      CommanderAlerts commanderAlerts,
      Catalog catalog,
      Timeline timeline) {
    this.links = links;
    this.story = story;
    this.commanderAlerts = commanderAlerts;
    this.catalog = catalog;
    this.timeline = timeline;
  }

  /** Writes everything known of the alert so far, each fact at its own minute. */
  public void catchUp(AlertSummary alert, IncidentId incident, Instant now) {
    triggered(incident, alert, now);
    story.pages(alert.group()).forEach(page -> paged(incident, page, now));
    if (alert.acknowledgedAt() != null) {
      acknowledged(incident, alert, null, alert.acknowledgedAt(), now);
    }
    if (alert.resolvedAt() != null) {
      resolved(incident, alert, alert.resolvedAt(), now);
    }
  }

  private void paged(IncidentId incident, AlertStory.PageLine page, Instant now) {
    var sentAt = page.sentAt();
    if (sentAt != null && page.person() != null) {
      catalog
          .person(page.person())
          .ifPresent(person -> paged(incident, page.id(), person, page.channel(), sentAt, now));
    }
  }

  /** False for the alerts by which a commander is asked: they are not the incident's own. */
  public boolean belongs(AlertSummary alert) {
    return commanderAlerts.incidentOf(alert.id()).isEmpty();
  }

  /** The incident whose own alert this is. */
  Optional<IncidentId> incidentOf(AlertSummary alert) {
    return belongs(alert) ? alert.incident() : Optional.empty();
  }

  /** The incident this alert is about in any way. */
  Optional<IncidentId> concernedBy(AlertId alert) {
    return commanderAlerts
        .incidentOf(alert)
        .or(() -> links.alert(alert).flatMap(AlertSummary::incident));
  }

  void triggered(IncidentId incident, AlertSummary alert, Instant now) {
    timeline.append(
        NewRow.of(
                RowActor.FAROL,
                incident,
                RowSource.ALERT,
                "Alert #%d: %s".formatted(alert.number(), alert.summary()),
                alert.acceptedAt())
            .key(TRIGGERED + alert.group().value())
            .links(link(alert))
            .payload(Map.of("event", "triggered", "alert", alert.id().value().toString()))
            .curatedIfFirst(TRIGGERED),
        now);
  }

  /** {@code by} is null when the fact is found later, and who it was is not known here. */
  void acknowledged(
      IncidentId incident, AlertSummary alert, @Nullable PersonId by, Instant at, Instant now) {
    var who = Optional.ofNullable(by).flatMap(catalog::person);
    var sentence =
        who.map(person -> "%s acknowledged #%d".formatted(person.firstName(), alert.number()))
            .orElse("#%d was acknowledged".formatted(alert.number()));
    timeline.append(
        NewRow.of(
                who.map(RowActor::person).orElse(RowActor.FAROL),
                incident,
                RowSource.PAGE,
                sentence,
                at)
            .key(ACKNOWLEDGED + alert.group().value() + ":" + at.getEpochSecond())
            .links(link(alert))
            .payload(Map.of("event", "acknowledged", "alert", alert.id().value().toString()))
            .curatedIfFirst(ACKNOWLEDGED),
        now);
  }

  void resolved(IncidentId incident, AlertSummary alert, Instant at, Instant now) {
    var last =
        links.ofIncident(incident).stream()
            .filter(this::belongs)
            .allMatch(other -> other.resolvedAt() != null || other.id().equals(alert.id()));
    timeline.append(
        NewRow.of(
                RowActor.FAROL,
                incident,
                RowSource.ALERT,
                "Alert #%d resolved: %s".formatted(alert.number(), alert.summary()),
                at)
            .key(RESOLVED + alert.id().value() + ":" + at.getEpochSecond())
            .links(link(alert))
            .payload(Map.of("event", "resolved", "alert", alert.id().value().toString()))
            .curated(last),
        now);
  }

  void paged(
      IncidentId incident,
      UUID page,
      Person person,
      @Nullable String channel,
      Instant at,
      Instant now) {
    var by = channel == null ? "" : " by " + channelWord(channel);
    timeline.append(
        NewRow.of(
                RowActor.FAROL,
                incident,
                RowSource.PAGE,
                "%s paged%s".formatted(person.firstName(), by),
                at)
            .key(PAGED + page)
            .payload(Map.of("event", "sent", "person", person.handle()))
            .curatedIfFirst(PAGED),
        now);
  }

  private static String channelWord(String channel) {
    return switch (channel) {
      case "EMAIL" -> "e-mail";
      case "BROWSER" -> "browser notification";
      case String other -> other.toLowerCase(Locale.ROOT);
    };
  }

  private static List<RowLink> link(AlertSummary alert) {
    return List.of(new RowLink("/alerts/" + alert.number(), "#" + alert.number()));
  }
}
