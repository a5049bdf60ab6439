package farol.alerting.catalog;

/** How far an API token reaches: what it may do is the lesser of this and its person's role. */
public enum Scope {
  READ,
  EVIDENCE,
  RESPOND,
  ADMIN
}
