package farol.incidents;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertId;
import farol.alerting.alert.AlertLinks;
import farol.alerting.alert.AlertStory;
import farol.alerting.alert.AlertSummary;
import farol.alerting.alert.InternalAlerts;
import farol.alerting.alert.Severity;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.ServiceId;
import farol.runbooks.execution.IncidentRuns;
import farol.statuspage.incident.PostPublished;
import farol.statuspage.incident.PublicPosts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The other rooms, in memory, as far as incidents meet them. */
public final class Neighbours {
  private Neighbours() {}

  /** Alerts that belong to incidents, and the alerts the house raises. */
  public static final class InMemoryAlerts implements AlertLinks, InternalAlerts, AlertStory {
    private final Map<AlertId, AlertSummary> alerts = new LinkedHashMap<>();
    private final Map<AlertGroupId, List<PageLine>> pages = new HashMap<>();
    public final List<IncidentId> handedUp = new ArrayList<>();
    public final List<Raised> raised = new ArrayList<>();
    public final List<String> resolvedKeys = new ArrayList<>();
    private long number = 1000;
    private @Nullable AlertSummary lastRaised;

    /** The alert the house raised last. */
    public AlertSummary lastRaised() {
      return Optional.ofNullable(lastRaised).orElseThrow();
    }

    /** Forgets what the house raised and resolved, for the next test. */
    public void forget() {
      raised.clear();
      resolvedKeys.clear();
      handedUp.clear();
    }

    public AlertSummary add(ServiceId service, String summary, Instant at) {
      var alert =
          new AlertSummary(
              AlertId.random(),
              AlertGroupId.random(),
              ++number,
              service,
              Severity.CRITICAL,
              summary,
              at,
              null,
              null,
              null);
      alerts.put(alert.id(), alert);
      return alert;
    }

    public void resolved(AlertSummary alert, Instant at) {
      put(alert.id(), alert.acknowledgedAt(), at, standing(alert).incidentId());
    }

    public void paged(AlertSummary alert, String person, Instant sentAt) {
      pages
          .computeIfAbsent(alert.group(), _ -> new ArrayList<>())
          .add(
              new PageLine(
                  UUID.randomUUID(),
                  alert.id().value(),
                  "key",
                  person,
                  1,
                  1,
                  "ON_CALL",
                  "EMAIL",
                  null,
                  null,
                  "SENT",
                  null,
                  sentAt,
                  sentAt,
                  sentAt,
                  sentAt,
                  null,
                  1,
                  false,
                  UUID.randomUUID()));
    }

    private AlertSummary standing(AlertSummary alert) {
      var standing = alerts.get(alert.id());
      return standing == null ? alert : standing;
    }

    private void put(
        AlertId id,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt,
        @Nullable IncidentId incident) {
      var was = alerts.get(id);
      if (was != null) {
        alerts.put(
            id,
            new AlertSummary(
                id,
                was.group(),
                was.number(),
                was.service(),
                was.severity(),
                was.summary(),
                was.acceptedAt(),
                acknowledgedAt,
                resolvedAt,
                incident));
      }
    }

    @Override
    public Optional<AlertSummary> alert(AlertId id) {
      return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public List<AlertSummary> ofIncident(IncidentId incident) {
      return alerts.values().stream()
          .filter(alert -> alert.incident().filter(incident::equals).isPresent())
          .toList();
    }

    @Override
    public void link(Collection<AlertId> ids, IncidentId incident, Instant now) {
      for (var id : ids) {
        var was = alerts.get(id);
        if (was != null) {
          put(id, was.acknowledgedAt(), was.resolvedAt(), incident);
        }
      }
    }

    @Override
    public void handUp(IncidentId incident, Instant now) {
      handedUp.add(incident);
    }

    @Override
    public AlertId raise(Raised alert, Instant now) {
      raised.add(alert);
      var summary = add(ServiceId.random(), alert.summary(), now);
      lastRaised = summary;
      return summary.id();
    }

    @Override
    public void resolve(String dedupKey, Instant now) {
      resolvedKeys.add(dedupKey);
    }

    @Override
    public List<PageLine> pages(AlertGroupId group) {
      return pages.getOrDefault(group, List.of());
    }

    @Override
    public Map<AlertGroupId, List<PageLine>> pages(List<AlertGroupId> groups) {
      return Map.of();
    }

    @Override
    public Map<AlertGroupId, LadderLine> ladders(List<AlertGroupId> groups) {
      return Map.of();
    }
  }

  /** A status page that publishes at once and tells so. */
  public static final class InMemoryPosts implements PublicPosts {
    private final Map<IncidentId, PublicState> states = new HashMap<>();
    private final ApplicationEventPublisher events;
    private int count;

    public InMemoryPosts(ApplicationEventPublisher events) {
      this.events = events;
    }

    @Override
    public Posted post(IncidentId incident, Statement statement, Actor actor, Instant now) {
      var id = "post" + ++count;
      var open = !statement.status().equals("resolved");
      if (!statement.publish()) {
        return new Posted(id, "DRAFT", 1, "public1", "http://status/i/public1", null);
      }
      states.put(
          incident,
          new PublicState(
              "public1",
              "http://status/i/public1",
              statement.status(),
              now,
              statement.nextUpdateAt(),
              open));
      events.publishEvent(
          new PostPublished(
              id,
              "public1",
              incident,
              statement.status(),
              statement.body(),
              statement.nextUpdateAt(),
              actor.person().id(),
              now));
      return new Posted(id, "PUBLISHED", 1, "public1", "http://status/i/public1", now);
    }

    @Override
    public Optional<PublicState> of(IncidentId incident) {
      return Optional.ofNullable(states.get(incident));
    }
  }

  /** Runs as a test says them. */
  public static final class InMemoryRuns implements IncidentRuns {
    public final Map<IncidentId, List<RunLine>> runs = new HashMap<>();

    public RunLine run(IncidentId incident, String status, boolean finished, Instant at) {
      var run =
          new RunLine(
              UUID.randomUUID(), "scale-web", "Scale web", status, finished, true, at, null);
      runs.put(incident, List.of(run));
      return run;
    }

    @Override
    public List<RunLine> of(IncidentId incident) {
      return runs.getOrDefault(incident, List.of());
    }
  }
}
