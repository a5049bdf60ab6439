package farol.alerting.alert.web;

import farol.alerting.alert.IntakeGate;
import farol.alerting.alert.IntegrationKind;
import farol.alerting.alert.Overloaded;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says plainly, in the protocol's own words, that the Opsgenie Alert API is not built yet. */
@RestController
class OpsgenieController {
  private static final String SCHEME = "GenieKey ";

  private final IntakeGate gate;

  OpsgenieController(IntakeGate gate) {
    this.gate = gate;
  }

  @RequestMapping({"/v2/alerts", "/v2/alerts/**", "/v2/heartbeats/**"})
  ResponseEntity<Map<String, Object>> any(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return told(401, "Key is missing in request header");
    }
    try {
      var key = authorization.substring(SCHEME.length()).strip();
      return gate.integration(key, IntegrationKind.OPSGENIE).isEmpty()
          ? told(403, "Could not authenticate")
          : told(501, "The Opsgenie Alert API is not built yet");
    } catch (Overloaded busy) {
      return told(429, "You are making too many requests");
    }
  }

  private static ResponseEntity<Map<String, Object>> told(int status, String message) {
    return ResponseEntity.status(status)
        .body(Map.of("message", message, "took", 0.0, "requestId", UUID.randomUUID().toString()));
  }
}
