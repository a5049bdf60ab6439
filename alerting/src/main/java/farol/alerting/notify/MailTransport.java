package farol.alerting.notify;

/** Hands mail to a server. */
interface MailTransport {
  /** Whether there is a server to hand it to. */
  boolean isConfigured();

  Delivery send(ComposedMail mail);
}
