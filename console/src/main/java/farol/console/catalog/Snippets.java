package farol.console.catalog;

import farol.alerting.alert.IntegrationKind;

/** What to paste into a sender, by the door it speaks to. */
final class Snippets {
  private Snippets() {}

  static String nameOf(IntegrationKind kind) {
    return switch (kind) {
      case PAGERDUTY -> "PagerDuty Events v2";
      case OPSGENIE -> "Opsgenie";
      case PROMETHEUS -> "Prometheus";
      case ALERTMANAGER -> "Alertmanager";
      case GRAFANA -> "Grafana";
      case EVENTS -> "JSON events";
      case CLOUDEVENTS -> "CloudEvents";
      case INTERNAL -> "Farol itself";
    };
  }

  static String of(IntegrationKind kind, String key, String base) {
    return switch (kind) {
      case PAGERDUTY ->
          """
          curl -sS %s/v2/enqueue -H 'Content-Type: application/json' -d '{
            "routing_key": "%s", "event_action": "trigger",
            "payload": {"summary": "Hello", "source": "me", "severity": "critical"}}'"""
              .formatted(base, key);
      case ALERTMANAGER ->
          """
          receivers:
            - name: farol
              webhook_configs:
                - url: %s/integrations/%s/alertmanager
                  send_resolved: true"""
              .formatted(base, key);
      case PROMETHEUS ->
          """
          alerting:
            alertmanagers:
              - path_prefix: /integrations/%s
                static_configs: [{targets: ["%s"]}]"""
              .formatted(key, base.replaceFirst("^https?://", ""));
      case OPSGENIE ->
          """
          curl -sS %s/v2/alerts -H 'Authorization: GenieKey %s' \\
            -H 'Content-Type: application/json' -d '{"message": "Hello"}'"""
              .formatted(base, key);
      case GRAFANA -> "%s/integrations/%s/grafana".formatted(base, key);
      case EVENTS -> "%s/integrations/%s/events".formatted(base, key);
      case CLOUDEVENTS -> "%s/integrations/%s/cloudevents".formatted(base, key);
      case INTERNAL -> "";
    };
  }
}
