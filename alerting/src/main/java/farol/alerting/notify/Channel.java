package farol.alerting.notify;

/** Carries pages one way. Called outside any transaction; must answer within its own timeout. */
interface Channel {
  ChannelType type();

  Delivery deliver(PageMessage message);
}
