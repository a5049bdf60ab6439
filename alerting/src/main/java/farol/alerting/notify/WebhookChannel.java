package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.door.GuardedHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Pages by webhook, signed after Standard Webhooks (standardwebhooks.com). */
@Component
class WebhookChannel implements Channel {
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final GuardedHttp http;

  WebhookChannel(GuardedHttp http) {
    this.http = http;
  }

  /** The body (alerting specification 5.11). */
  record Body(
      String type,
      UUID page,
      Alert alert,
      @Nullable String person,
      int pass,
      int level,
      List<UUID> bundled,
      @Nullable String acknowledgeUrl,
      String viewUrl) {}

  record Alert(
      UUID id, long number, String dedupKey, String summary, String severity, String service) {
    static Alert of(AlertGroup group, String service) {
      return new Alert(
          group.cause().value(),
          group.number(),
          group.dedupKey(),
          group.summary(),
          group.severity().name(),
          service);
    }
  }

  @Override
  public ChannelType type() {
    return ChannelType.WEBHOOK;
  }

  @Override
  public Delivery deliver(PageMessage message) {
    var body = JSON.writeValueAsString(body(message)).getBytes(StandardCharsets.UTF_8);
    var timestamp = String.valueOf(message.at().getEpochSecond());
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("webhook-id", message.page().toString());
    headers.put("webhook-timestamp", timestamp);
    if (message.webhookSecret() != null) {
      headers.put(
          "webhook-signature",
          WebhookSecret.parse(message.webhookSecret())
              .sign(message.page().toString(), timestamp, body));
    }
    try {
      return verdict(http.post(URI.create(message.address()), headers, body));
    } catch (IOException failed) {
      return new Delivery.Temporary(String.valueOf(failed.getMessage()));
    }
  }

  private static Body body(PageMessage message) {
    return new Body(
        "page",
        message.page(),
        Alert.of(message.group(), message.service()),
        message.handle(),
        message.pass(),
        message.level(),
        List.of(),
        message.acknowledgeUrl(),
        message.viewUrl());
  }

  private static Delivery verdict(GuardedHttp.Answer answer) {
    var words = "%d %s".formatted(answer.status(), answer.body()).strip();
    var status = answer.status();
    if (status >= OK && status < MULTIPLE_CHOICES) {
      return new Delivery.Sent(words);
    }
    return status == TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR
        ? new Delivery.Temporary(words)
        : new Delivery.Permanent(words);
  }
}
