package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceLog;
import farol.checklists.evidence.EvidenceLog.Push;
import farol.checklists.evidence.Result;
import farol.checklists.lifecycle.LaunchSettings;
import farol.checklists.lifecycle.StageMoves;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where Caminho's services stand: checkout waits in beta with two checks to go, the rest was in
 * production before, one of them in grace and one beyond it.
 */
@Component
class DemoChecklists implements DemoRoom {
  private static final Map<String, String> PROOFS = proofs();

  /** A service, how long it has stood in its stage, and the checks that nothing proves. */
  private record Stands(String slug, Stage stage, int days, List<String> unproved) {}

  private static final List<Stands> ALL =
      List.of(
          new Stands("router", Stage.PRODUCTION, 900, List.of()),
          new Stands("runtime", Stage.PRODUCTION, 870, List.of()),
          new Stands("postgres", Stage.PRODUCTION, 640, List.of()),
          new Stands("api", Stage.PRODUCTION, 610, List.of()),
          new Stands("build", Stage.PRODUCTION, 580, List.of()),
          new Stands("farol", Stage.PRODUCTION, 40, List.of()),
          new Stands("keyvalue", Stage.PRODUCTION, 60, List.of("enforces-ssl")),
          new Stands("dashboard", Stage.PRODUCTION, 10, List.of("structured-logging")),
          new Stands("checkout", Stage.BETA, 12, List.of("security-audit", "enforces-ssl")),
          new Stands("logs", Stage.DEVELOPMENT, 30, List.copyOf(PROOFS.keySet())));

  private final Catalog catalog;
  private final StageMoves moves;
  private final EvidenceLog evidence;
  private final LaunchSettings settings;

  DemoChecklists(Catalog catalog, StageMoves moves, EvidenceLog evidence, LaunchSettings settings) {
    this.catalog = catalog;
    this.moves = moves;
    this.evidence = evidence;
    this.settings = settings;
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    settings.change(
        administrator,
        new LaunchSettings.Values(List.of("engineering@caminho.example"), "farol@caminho.example"));
    for (var stands : ALL) {
      catalog
          .service(stands.slug())
          .ifPresent(service -> seed(administrator, service, stands, now));
    }
  }

  private void seed(Actor administrator, Service service, Stands stands, Instant now) {
    moves.adopt(administrator, service, stands.stage(), now.minus(Duration.ofDays(stands.days())));
    PROOFS.forEach(
        (check, proof) -> {
          if (!stands.unproved().contains(check)) {
            evidence.push(administrator, service, proof(service, check, Result.PASS, proof, null));
          }
        });
    if (service.slug().equals("checkout")) {
      var said = "http://checkout.caminho.example/ answers 200 instead of a redirect to https";
      evidence.push(
          administrator,
          service,
          proof(service, "enforces-ssl", Result.FAIL, said, now.minus(Duration.ofHours(3))));
    }
  }

  private static Push proof(
      Service service, String check, Result result, String summary, @Nullable Instant at) {
    var source = "https://ci.caminho.example/%s/%s".formatted(service.slug(), check);
    return new Push(check, result, summary, source, Map.of(), at, null);
  }

  private static Map<String, String> proofs() {
    var proofs = new LinkedHashMap<String, String>();
    proofs.put("ops-docs", "Every paging rule has a runbook that was run within 90 days");
    proofs.put("staging-parity", "Staging has the same stack, process types and config keys");
    proofs.put("security-audit", "The audit was asked for and has a date");
    proofs.put("alerts-a-human", "The page drill reached the person on call in 41 s");
    proofs.put("simulated-failures", "Kill dyno, kill dependency and lose region passed");
    proofs.put("structured-logging", "200 of 200 lines carry time, level and request id");
    proofs.put("enforces-ssl", "Redirects to https, TLS 1.3, HSTS for a year");
    proofs.put("creds-rotation", "Every secret config key maps to a rotation runbook");
    return proofs;
  }
}
