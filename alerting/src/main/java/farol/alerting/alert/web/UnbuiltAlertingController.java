package farol.alerting.alert.web;

import farol.alerting.door.Refusal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says plainly which resources of the specification are not built yet. */
@RestController
class UnbuiltAlertingController {
  @RequestMapping({
    "/api/v1/heartbeats",
    "/api/v1/silences",
    "/api/v1/silences/**",
    "/api/v1/service-maintenances",
    "/api/v1/service-maintenances/**"
  })
  void notBuilt() {
    throw Refusal.notBuilt("This resource");
  }
}
