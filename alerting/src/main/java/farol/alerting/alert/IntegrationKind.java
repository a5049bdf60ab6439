package farol.alerting.alert;

/** What a sender speaks, and the door it is meant for. A key opens every door unless restricted. */
public enum IntegrationKind {
  PAGERDUTY,
  OPSGENIE,
  PROMETHEUS,
  ALERTMANAGER,
  GRAFANA,
  EVENTS,
  CLOUDEVENTS,
  /** Alerts that Farol raises about itself; no door leads here. */
  INTERNAL
}
