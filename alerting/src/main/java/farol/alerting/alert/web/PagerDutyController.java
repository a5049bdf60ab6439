package farol.alerting.alert.web;

import farol.alerting.alert.IntakeGate;
import farol.alerting.alert.Integration;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.alert.Overloaded;
import farol.alerting.door.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The PagerDuty Events API v2: events, and changes that page nobody. */
@RestController
class PagerDutyController {
  private static final String INVALID = "Event object is invalid";

  private final IntakeGate gate;

  PagerDutyController(IntakeGate gate) {
    this.gate = gate;
  }

  @PostMapping("/v2/enqueue")
  ResponseEntity<Map<String, Object>> enqueue(HttpServletRequest request) {
    return answered(request, this::event);
  }

  @PostMapping("/v2/change/enqueue")
  ResponseEntity<Map<String, Object>> enqueueChange(HttpServletRequest request) {
    return answered(request, this::change);
  }

  private ResponseEntity<Map<String, Object>> answered(
      HttpServletRequest request, Function<String, ResponseEntity<Map<String, Object>>> door) {
    var start = System.nanoTime();
    var answer = answer(request, door);
    var took = Duration.ofNanos(System.nanoTime() - start);
    gate.answered(IntegrationKind.PAGERDUTY, answer.getStatusCode().value(), took);
    return answer;
  }

  private static ResponseEntity<Map<String, Object>> answer(
      HttpServletRequest request, Function<String, ResponseEntity<Map<String, Object>>> door) {
    try {
      return door.apply(IntakeBody.text(request));
    } catch (Refusal unreadable) {
      var error = unreadable.status() == 400 ? "JSON parse error" : unreadable.detail();
      return told(unreadable.status(), "Unrecognized object", INVALID, List.of(error));
    } catch (Overloaded busy) {
      return throttled(busy);
    }
  }

  private ResponseEntity<Map<String, Object>> event(String body) {
    var event = new PagerDutyEvent(IntakeBody.object(body), body);
    var faults = event.faults();
    if (!faults.isEmpty()) {
      return invalid(faults);
    }
    return integration(event)
        .map(
            integration -> {
              var news = event.news();
              gate.accept(integration, IntegrationKind.PAGERDUTY, List.of(news));
              return processed("Event processed", Optional.of(news.dedupKey()));
            })
        .orElseGet(PagerDutyController::unknownKey);
  }

  private ResponseEntity<Map<String, Object>> change(String body) {
    var event = new PagerDutyEvent(IntakeBody.object(body), body);
    var faults = event.changeFaults();
    if (!faults.isEmpty()) {
      return invalid(faults);
    }
    return integration(event)
        .map(
            integration -> {
              gate.acceptChange(integration, event.change());
              return processed("Change event processed", Optional.empty());
            })
        .orElseGet(PagerDutyController::unknownKey);
  }

  private Optional<Integration> integration(PagerDutyEvent event) {
    return gate.integration(event.key(), IntegrationKind.PAGERDUTY);
  }

  private static ResponseEntity<Map<String, Object>> processed(
      String message, Optional<String> dedupKey) {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", "success");
    body.put("message", message);
    dedupKey.ifPresent(key -> body.put("dedup_key", key));
    return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static ResponseEntity<Map<String, Object>> unknownKey() {
    return invalid(List.of("'routing_key' is not the key of an integration"));
  }

  private static ResponseEntity<Map<String, Object>> invalid(List<String> faults) {
    return told(400, "invalid event", INVALID, faults);
  }

  private static ResponseEntity<Map<String, Object>> throttled(Overloaded busy) {
    var retryAfter = String.valueOf(Overloaded.RETRY_AFTER.toSeconds());
    return ResponseEntity.status(429)
        .header(HttpHeaders.RETRY_AFTER, retryAfter)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "status",
                "throttle exceeded",
                "message",
                "Requests for this service are arriving too quickly. Please retry later.",
                "errors",
                List.of(String.valueOf(busy.getMessage()))));
  }

  private static ResponseEntity<Map<String, Object>> told(
      int status, String word, String message, List<String> errors) {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", word);
    body.put("message", message);
    body.put("errors", errors);
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
