package farol.console.ui;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a view may watch: the room something changed in. */
public enum Topic {
  ALERTS("farol\\.alerting\\.(alert|escalation|notify)\\..*"),
  ON_CALL("farol\\.alerting\\.oncall\\..*"),
  CATALOG("farol\\.alerting\\.catalog\\..*"),
  INCIDENTS("farol\\.incidents\\..*"),
  STATUS_PAGE("farol\\.statuspage\\..*"),
  RUNBOOKS("farol\\.runbooks\\..*"),
  READINESS("farol\\.checklists\\..*"),
  CAPACITY("farol\\.capacity\\..*");

  private final Pattern events;

  Topic(String events) {
    this.events = Pattern.compile(events);
  }

  /** The channel on which nodes wake each other for this topic. */
  String channel() {
    return "live_" + name().toLowerCase(Locale.ROOT);
  }

  /** Whether an event of this type tells of a change in the topic. */
  boolean covers(Class<?> event) {
    return events.matcher(event.getName()).matches();
  }
}
