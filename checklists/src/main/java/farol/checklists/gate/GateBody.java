package farol.checklists.gate;

import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.checklist.Span;
import farol.checklists.evidence.EvidenceFact;
import farol.checklists.gate.Verdict.CheckVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict as every door of the API answers it. */
public record GateBody(
    String service,
    String stage,
    String currentStage,
    int tier,
    String verdict,
    String reason,
    Instant evaluatedAt,
    boolean hypothetical,
    @Nullable Instant validUntil,
    List<VersionBody> checklists,
    ScoreBody score,
    List<CheckBody> checks,
    Map<String, String> links) {
  /** A checklist that took part. */
  public record VersionBody(String id, int version, String sha256) {
    static VersionBody of(ChecklistVersion version) {
      return new VersionBody(version.id(), version.version(), version.sha256());
    }
  }

  /** Passing of applicable checks. */
  public record ScoreBody(int passing, int applicable, @Nullable Integer percent) {
    public static ScoreBody of(Verdict.Score score) {
      return new ScoreBody(score.passing(), score.applicable(), score.percent());
    }
  }

  /** The record that decided. */
  public record EvidenceBody(
      String id,
      String kind,
      String result,
      Instant observedAt,
      @Nullable Instant validUntil,
      @Nullable String collector) {
    static EvidenceBody of(EvidenceFact fact, @Nullable Instant validUntil) {
      return new EvidenceBody(
          fact.id(),
          fact.kind().word(),
          fact.result().word(),
          fact.observedAt(),
          validUntil,
          fact.collector());
    }
  }

  /** The exception that covers the check. */
  public record WaiverBody(String id, Instant start, Instant end) {
    static WaiverBody of(WaiverFact waiver) {
      return new WaiverBody(waiver.id(), waiver.start(), waiver.end());
    }
  }

  /** One check, in document order. */
  public record CheckBody(
      String id,
      String checklist,
      String title,
      boolean required,
      String state,
      @Nullable String underlying,
      @Nullable Instant since,
      @Nullable String reason,
      String fix,
      boolean waivable,
      @Nullable String waiverMax,
      @Nullable EvidenceBody evidence,
      @Nullable WaiverBody waiver) {
    static CheckBody of(CheckVerdict one) {
      var check = one.check();
      var fact = one.evidence();
      var waiver = one.waiver();
      var underlying = one.underlying();
      return new CheckBody(
          check.id(),
          one.checklist(),
          check.title(),
          check.required(),
          one.state().word(),
          underlying == null ? null : underlying.word(),
          one.since(),
          one.reason(),
          check.fix(),
          check.waivers().isPresent(),
          check.waivers().map(rule -> rule.max()).map(Span::written).orElse(null),
          fact == null ? null : EvidenceBody.of(fact, one.evidenceUntil()),
          waiver == null ? null : WaiverBody.of(waiver));
    }
  }

  public static GateBody of(Verdict verdict, boolean hypothetical) {
    var service = verdict.service();
    return new GateBody(
        service.slug(),
        verdict.stage().word(),
        service.stage().word(),
        service.tier(),
        verdict.outcome().word(),
        verdict.reason(),
        verdict.evaluatedAt(),
        hypothetical,
        verdict.validUntil(),
        verdict.checklists().stream().map(VersionBody::of).toList(),
        ScoreBody.of(verdict.score()),
        verdict.checks().stream().map(CheckBody::of).toList(),
        Map.of("console", "/services/%s/readiness".formatted(service.slug())));
  }
}
