package farol.alerting.alert;

/** Who ended an alert: its sender, a person, or the silence of its source. */
public enum Resolution {
  SENDER,
  PERSON,
  SOURCE_SILENT
}
