package farol.checklists.evidence.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Proxies;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Fields;
import farol.checklists.evidence.EvidenceLog;
import farol.checklists.evidence.EvidenceLog.Push;
import farol.checklists.evidence.Result;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence pushed, attested and read. */
@RestController
@RequestMapping("/api/v1")
class EvidenceController {
  private final EvidenceLog log;
  private final EvidenceBody.Bodies bodies;
  private final Catalog catalog;
  private final Proxies proxies;

  EvidenceController(
      EvidenceLog log, EvidenceBody.Bodies bodies, Catalog catalog, Proxies proxies) {
    this.log = log;
    this.bodies = bodies;
    this.catalog = catalog;
    this.proxies = proxies;
  }

  @PostMapping("/services/{slug}/evidence")
  ResponseEntity<EvidenceBody> push(
      Actor actor, @PathVariable String slug, @RequestBody Map<String, Object> body) {
    var said = Fields.of(body, "");
    var acting = proxies.actingFor(actor, said.textOrNull("person"));
    var record = log.push(acting, service(slug), push(said));
    return created(slug, bodies.of(slug, record));
  }

  @PostMapping("/services/{slug}/attestations")
  ResponseEntity<EvidenceBody> attest(
      Actor actor, @PathVariable String slug, @RequestBody Map<String, Object> body) {
    var said = Fields.of(body, "");
    if (said.has("person")) {
      throw Refusal.forbidden("person-required", "A person attests by their own session or token");
    }
    var record =
        log.attest(
            actor,
            service(slug),
            said.text("check"),
            said.text("statement"),
            said.textOrNull("link"));
    return created(slug, bodies.of(slug, record));
  }

  @PostMapping("/attestations/{id}/withdrawal")
  EvidenceBody withdraw(Actor actor, @PathVariable UUID id) {
    var record = log.withdraw(actor, id);
    return bodies.of(catalog.service(record.service()).map(Service::slug).orElse(""), record);
  }

  @GetMapping("/services/{slug}/evidence")
  Items<EvidenceBody> history(
      Actor actor,
      @PathVariable String slug,
      @RequestParam @Nullable String check,
      @RequestParam @Nullable Integer limit) {
    actor.mustBe(Role.VIEWER);
    return Items.all(
        log.history(service(slug), check, Items.limit(limit)).stream()
            .map(record -> bodies.of(slug, record))
            .toList());
  }

  @PostMapping({
    "/services/{slug}/evidence-collections",
    "/services/{slug}/log-samples",
    "/services/{slug}/waivers",
    "/services/{slug}/tailorings"
  })
  void notBuilt(Actor actor, @PathVariable String slug) {
    service(slug);
    throw Refusal.notBuilt("Collecting evidence, waiving and tailoring");
  }

  private static Push push(Fields said) {
    var observed = said.has("observed") ? said.object("observed") : Fields.of(Map.of(), "observed");
    return new Push(
        said.text("check"),
        said.read(
            "result",
            word -> Result.valueOf(word.toUpperCase(Locale.ROOT)),
            "is pass, fail or unknown"),
        said.text("summary"),
        said.text("source"),
        observed.members(),
        said.instantOrNull("observedAt"),
        said.has("ttl") ? said.span("ttl").length() : null);
  }

  private Service service(String slug) {
    return catalog.service(slug).orElseThrow(() -> Refusal.notFound("Service " + slug));
  }

  private static ResponseEntity<EvidenceBody> created(String slug, EvidenceBody body) {
    return ResponseEntity.created(
            URI.create("/api/v1/services/%s/evidence?check=%s".formatted(slug, body.check())))
        .body(body);
  }
}
