package farol.checklists.gate;

import farol.checklists.checklist.Check;
import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.checklist.Shipped;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceFact;
import farol.checklists.evidence.Kind;
import farol.checklists.evidence.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about checkout, in the words of the acceptance examples. */
final class Given {
  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private Subject service = new Subject("checkout", 1, "service", Stage.BETA, null, false);
  private List<ChecklistVersion> checklists = List.of(Shipped.version());
  private final List<EvidenceFact> evidence = new ArrayList<>();
  private final List<WaiverFact> waivers = new ArrayList<>();
  private final List<TailoringFact> tailorings = new ArrayList<>();

  static Instant at(String time) {
    return Instant.parse(time.contains("T") ? time : "2026-03-02T%sZ".formatted(time));
  }

  Given service(int tier, Stage stage, @Nullable String launchedAt, boolean adopted) {
    service =
        new Subject(
            "checkout",
            tier,
            "service",
            stage,
            launchedAt == null ? null : at(launchedAt),
            adopted);
    return this;
  }

  Given checklists(ChecklistVersion... versions) {
    checklists = List.of(versions);
    return this;
  }

  /** A collected record of the check's own collector. */
  Given collected(String check, Result result, String at) {
    return record(check, Kind.COLLECTED, result, at);
  }

  Given attested(String check, String at) {
    return record(check, Kind.ATTESTED, Result.PASS, at);
  }

  Given record(String check, Kind kind, Result result, String at) {
    return record(check, kind, result, at, at);
  }

  Given record(String check, Kind kind, Result result, String observed, String recorded) {
    evidence.add(
        new EvidenceFact(
            "e" + evidence.size(),
            check,
            1,
            kind,
            collector(check),
            result,
            null,
            at(observed),
            at(recorded),
            null,
            null));
    return this;
  }

  /** Every check that no launch proves passes, observed at that time, except those named. */
  Given allPassAt(String time, String... except) {
    for (var check : Shipped.version().document().checks()) {
      if (!check.provedByLaunch() && !List.of(except).contains(check.id())) {
        collected(check.id(), Result.PASS, time);
      }
    }
    return this;
  }

  Given waiver(String check, String start, String end, @Nullable String approved) {
    waivers.add(
        new WaiverFact(
            "w" + waivers.size(),
            check,
            at(start),
            at(end),
            approved == null ? null : at(approved),
            null));
    return this;
  }

  Given tailoring(String check, String approved, String reviewBy) {
    tailorings.add(new TailoringFact(check, at(approved), at(reviewBy)));
    return this;
  }

  Facts facts() {
    return new Facts(service, Stage.PRODUCTION, checklists, evidence, waivers, tailorings);
  }

  Verdict verdict(String time) {
    return Evaluation.evaluate(facts(), at(time));
  }

  static Verdict.CheckVerdict standing(Verdict verdict, String check) {
    return verdict.checks().stream()
        .filter(one -> one.check().id().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String collector(String check) {
    return Shipped.version().document().check(check).map(Check::evidence).orElseThrow().collector();
  }
}
