package farol.statuspage.incident.web;

import farol.alerting.door.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The doors of the status page that are specified and not built: each says so. */
@RestController
class UnbuiltController {
  @RequestMapping({
    "/api/v1/status-page/maintenances/**",
    "/api/v1/status-page/templates/**",
    "/api/v1/status-page/subscribers/**",
    "/api/v1/status-page/probes/**",
    "/api/v1/status-page/probe-regions/**",
    "/api/v1/status-page/canary/**",
    "/api/v1/status-page/lights/**",
    "/api/v1/status-page/fire-drill",
    "/api/v1/status-page/incidents/{id}/affected",
    "/api/v1/status-page/targets/**",
    "/api/v1/status-page/imports",
    "/api/v1/probe-evaluations"
  })
  ResponseEntity<Void> unbuilt(WebRequest request) {
    throw Refusal.notBuilt(request.getDescription(false).replace("uri=", ""));
  }
}
