package farol.console.demo;

import farol.alerting.alert.AlertArchive;
import farol.alerting.alert.AlertArchive.Course;
import farol.alerting.alert.AlertContent;
import farol.alerting.alert.Fingerprint;
import farol.alerting.alert.Integration;
import farol.alerting.alert.IntegrationDesk;
import farol.alerting.alert.IntegrationDraft;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.alert.News;
import farol.alerting.alert.Severity;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.oncall.OnCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The senders of Caminho's router, and the alerts of its last week; none of them is open. */
@Component
class DemoAlerts implements DemoRoom {
  private static final String SCHEDULE = "routing-primary";

  private record Sender(IntegrationKind kind, String name, String key) {}

  /** An alert that is over: when it fired, and how long until somebody had it and it was over. */
  private record Past(
      String ago,
      int minutesToAcknowledge,
      int minutes,
      Severity severity,
      String name,
      String region,
      String summary) {}

  private static final List<Sender> SENDERS =
      List.of(
          new Sender(
              IntegrationKind.PAGERDUTY, "Router monitors", "caminhoPagerDutyRouter0000000001"),
          new Sender(
              IntegrationKind.ALERTMANAGER,
              "Platform Alertmanager",
              "caminhoAlertmanager0000000000001"),
          new Sender(
              IntegrationKind.OPSGENIE, "Opsgenie clients", "caminhoOpsgenie00000000000000001"),
          new Sender(
              IntegrationKind.PROMETHEUS, "Edge Prometheus", "caminhoPrometheus000000000000001"),
          new Sender(IntegrationKind.GRAFANA, "Grafana", "caminhoGrafana000000000000000001"),
          new Sender(IntegrationKind.EVENTS, "Deploy scripts", "caminhoEvents0000000000000000001"),
          new Sender(IntegrationKind.CLOUDEVENTS, "Event bus", "caminhoCloudEvents00000000000001"));

  private static final List<Past> PAST =
      List.of(
          new Past(
              "PT161H20M",
              2,
              41,
              Severity.CRITICAL,
              "RouterErrorsHigh",
              "us-east",
              "5xx answers of the router at 4.1 % in us-east"),
          new Past(
              "PT160H55M",
              3,
              22,
              Severity.ERROR,
              "RouterQueueDepth",
              "us-east",
              "Requests wait 180 ms for a dyno in us-east"),
          new Past(
              "PT121H5M",
              4,
              18,
              Severity.WARNING,
              "RouterCertificateExpires",
              "eu-west",
              "A certificate of the router expires in 14 days"),
          new Past(
              "PT94H40M",
              1,
              9,
              Severity.CRITICAL,
              "RouterDown",
              "eu-west",
              "router-eu-3 answers no health check"),
          new Past(
              "PT68H10M",
              6,
              35,
              Severity.ERROR,
              "RouterLatencyHigh",
              "us-east",
              "p95 of the router above 600 ms in us-east"),
          new Past(
              "PT43H30M",
              2,
              14,
              Severity.ERROR,
              "RouterErrorsHigh",
              "eu-west",
              "5xx answers of the router at 1.3 % in eu-west"),
          new Past(
              "PT19H15M",
              3,
              26,
              Severity.WARNING,
              "RouterReloadsSlow",
              "us-east",
              "Route changes take 40 s to reach all routers"));

  private final IntegrationDesk integrations;
  private final AlertArchive archive;
  private final OnCall onCall;
  private final Catalog catalog;

  DemoAlerts(IntegrationDesk integrations, AlertArchive archive, OnCall onCall, Catalog catalog) {
    this.integrations = integrations;
    this.archive = archive;
    this.onCall = onCall;
    this.catalog = catalog;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    var made =
        SENDERS.stream()
            .map(
                sender ->
                    integrations.create(
                        administrator,
                        new IntegrationDraft(
                            sender.name(), "router", sender.kind(), sender.key(), Set.of())))
            .toList();
    var alertmanager = made.get(1);
    for (var past : PAST) {
      add(administrator, alertmanager, past, now);
    }
  }

  private void add(Actor administrator, Integration sender, Past past, Instant now) {
    var acceptedAt = now.minus(Duration.parse(past.ago()));
    var labels =
        Map.of(
            "alertname", past.name(),
            "region", past.region(),
            "severity", past.severity().name().toLowerCase(Locale.ROOT),
            "service", "router");
    var content =
        new AlertContent(
            past.summary(),
            "router-" + past.region(),
            past.severity(),
            past.severity().urgency(),
            labels,
            Map.of("summary", past.summary()),
            List.of());
    var news = new News.Trigger(Fingerprint.of(labels), null, content, acceptedAt, "{}");
    archive.add(
        administrator,
        sender,
        news,
        new Course(
            acceptedAt,
            holder(acceptedAt),
            acceptedAt.plus(Duration.ofMinutes(past.minutesToAcknowledge())),
            acceptedAt.plus(Duration.ofMinutes(past.minutes()))));
  }

  private PersonId holder(Instant at) {
    return onCall.at(SCHEDULE, at).stream()
        .map(OnCall.Entry::person)
        .findFirst()
        .orElseGet(() -> catalog.person("ana").orElseThrow().id());
  }
}
