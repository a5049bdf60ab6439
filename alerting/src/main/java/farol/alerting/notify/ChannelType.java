package farol.alerting.notify;

/** The ways to a person that are built. */
public enum ChannelType {
  EMAIL,
  WEBHOOK,
  BROWSER
}
