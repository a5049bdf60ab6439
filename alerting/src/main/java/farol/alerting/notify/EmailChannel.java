package farol.alerting.notify;

import org.springframework.stereotype.Component;

/** Pages by mail. */
@Component
class EmailChannel implements Channel {
  private final MailTransport transport;
  private final PageTexts texts;
  private final Outbox outbox;

  EmailChannel(MailTransport transport, PageTexts texts, Outbox outbox) {
    this.transport = transport;
    this.texts = texts;
    this.outbox = outbox;
  }

  @Override
  public ChannelType type() {
    return ChannelType.EMAIL;
  }

  @Override
  public Delivery deliver(PageMessage message) {
    var mail = texts.mail(message);
    outbox.keepInDemo(mail, message.at());
    return transport.send(mail);
  }
}
