package farol.alerting.alert.web;

import farol.alerting.alert.IntakeGate;
import farol.alerting.alert.Integration;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.alert.Overloaded;
import farol.alerting.door.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors whose path carries the key of an integration. */
@RestController
class SenderController {
  private final IntakeGate gate;
  private final InstantSource clock;

  SenderController(IntakeGate gate, InstantSource clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /** The webhook of Alertmanager, version 4. For it 4xx is final, so overload is 503. */
  @PostMapping("/integrations/{key}/alertmanager")
  ResponseEntity<Map<String, Object>> alertmanager(
      @PathVariable String key, HttpServletRequest request) {
    var start = System.nanoTime();
    var status = 500;
    try {
      var accepted = accept(key, request);
      status = 202;
      return ResponseEntity.accepted().body(Map.of("accepted", accepted));
    } catch (Refusal refused) {
      status = refused.status();
      throw refused;
    } catch (Overloaded busy) {
      status = 503;
      throw unavailable(busy);
    } finally {
      var took = Duration.ofNanos(System.nanoTime() - start);
      gate.answered(IntegrationKind.ALERTMANAGER, status, took);
    }
  }

  private int accept(String key, HttpServletRequest request) {
    var integration = integration(key, IntegrationKind.ALERTMANAGER);
    var body = IntakeBody.text(request);
    var news = new AlertmanagerPayload(IntakeBody.object(body), clock.instant()).news();
    if (news.isEmpty()) {
      gate.acceptEmpty(integration, IntegrationKind.ALERTMANAGER, body);
    } else {
      gate.accept(integration, IntegrationKind.ALERTMANAGER, news);
    }
    return news.size();
  }

  /** The other doors of the specification: the key is checked, and nothing is taken. */
  @RequestMapping("/integrations/{key}/**")
  void notBuilt(@PathVariable String key, HttpServletRequest request) {
    try {
      integration(key, null);
    } catch (Overloaded busy) {
      throw unavailable(busy);
    }
    throw Refusal.notBuilt("The door %s".formatted(door(key, request)));
  }

  private static String door(String key, HttpServletRequest request) {
    var path = request.getRequestURI();
    var rest = path.substring(Math.min(path.length(), "/integrations/".length() + key.length()));
    return rest.isEmpty() ? "of the integration" : rest.toLowerCase(Locale.ROOT);
  }

  /** No heartbeat exists yet, so no key is known. */
  @RequestMapping("/heartbeats/{key}")
  void heartbeat(@PathVariable String key) {
    throw Refusal.notFound("This heartbeat");
  }

  private Integration integration(String key, @Nullable IntegrationKind door) {
    return gate.integration(key, door)
        .orElseThrow(() -> Refusal.notFound("An integration with this key"));
  }

  private static Refusal unavailable(Overloaded busy) {
    return Refusal.unavailable(
        "overloaded", String.valueOf(busy.getMessage()), Overloaded.RETRY_AFTER);
  }
}
