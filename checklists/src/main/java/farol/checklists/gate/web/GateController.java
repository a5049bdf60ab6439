package farol.checklists.gate.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Stage;
import farol.checklists.gate.Gate;
import farol.checklists.gate.GateBody;
import farol.checklists.gate.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The gate as CI asks it. */
@RestController
@RequestMapping("/api/v1/services/{slug}/launch-gate")
class GateController {
  private static final Duration AT_MAX = Duration.ofDays(400);

  private final Gate gate;
  private final Catalog catalog;
  private final InstantSource clock;

  GateController(Gate gate, Catalog catalog, InstantSource clock) {
    this.gate = gate;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** The gate's body with the members of a problem beside it. */
  record Problem(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @JsonUnwrapped GateBody gate) {}

  @GetMapping
  ResponseEntity<?> ask(
      Actor actor,
      @PathVariable String slug,
      @RequestParam(defaultValue = "production") String stage,
      @RequestParam @Nullable String at,
      @RequestParam(defaultValue = "false") boolean enforce,
      @RequestHeader(value = "Accept", defaultValue = "*/*") String accept) {
    actor.mustBe(Role.VIEWER);
    var service = catalog.service(slug).orElseThrow(() -> Refusal.notFound("Service " + slug));
    var asked =
        Stage.of(stage)
            .orElseThrow(() -> Refusal.invalid("stage", "is a stage such as production"));
    var verdict =
        at == null ? gate.verdict(service, asked) : gate.verdictAt(service, asked, instant(at));
    var body = GateBody.of(verdict, at != null);
    var status = enforce ? enforced(verdict) : 200;
    if (accept.startsWith("text/plain")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
          .body(PlainGate.of(body));
    }
    return status == 200
        ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body)
        : ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem(body, status));
  }

  private static int enforced(Verdict verdict) {
    return switch (verdict.outcome()) {
      case ALLOW, ALLOW_WITH_WAIVERS -> 200;
      case DENY -> 409;
      case UNKNOWN -> 503;
    };
  }

  private static Problem problem(GateBody body, int status) {
    var code = status == 409 ? "gate-denied" : "gate-unknown";
    var title = status == 409 ? "The gate denies this" : "The gate cannot tell";
    return new Problem("about:blank#" + code, title, status, body.reason(), code, body);
  }

  private Instant instant(String at) {
    Instant instant;
    try {
      instant = Instant.parse(at);
    } catch (DateTimeParseException unreadable) {
      throw Refusal.unreadable(
          "at is an instant such as 2026-03-02T09:00:00Z, not '%s'".formatted(at));
    }
    if (Duration.between(instant, clock.instant()).abs().compareTo(AT_MAX) > 0) {
      throw Refusal.unreadable("at lies at most 400 days away");
    }
    return instant;
  }
}
