package farol.checklists.gate.web;

import farol.checklists.checklist.ChecklistReader;
import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.checklist.Fields;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceFact;
import farol.checklists.evidence.Kind;
import farol.checklists.evidence.Result;
import farol.checklists.gate.Facts;
import farol.checklists.gate.Subject;
import farol.checklists.gate.TailoringFact;
import farol.checklists.gate.WaiverFact;
import java.time.Instant;
import java.util.Locale;

/** Reads the facts of a stateless evaluation; what is wrong is refused with its path. */
final class FactsReader {
  private FactsReader() {}

  record Asked(Facts facts, Instant now) {}

  static Asked read(Fields asked) {
    return new Asked(
        new Facts(
            subject(asked.object("service")),
            asked.has("stage") ? stage(asked) : Stage.PRODUCTION,
            asked.list("checklists", FactsReader::version),
            asked.list("evidence", FactsReader::evidence),
            asked.list("waivers", FactsReader::waiver),
            asked.list("tailorings", FactsReader::tailoring)),
        asked.instant("now"));
  }

  private static Subject subject(Fields service) {
    var tier = service.integer("tier");
    if (tier < 1 || tier > 4) {
      throw service.wrong("tier", "is 1 to 4");
    }
    return new Subject(
        service.text("slug"),
        tier,
        service.text("type", "service"),
        stage(service),
        service.instantOrNull("launchedAt"),
        service.flag("adopted", false));
  }

  private static Stage stage(Fields fields) {
    return fields.read(
        "stage",
        word -> Stage.of(word).orElseThrow(IllegalArgumentException::new),
        "is a stage such as production");
  }

  private static ChecklistVersion version(Fields document) {
    return document.build(
        () ->
            new ChecklistVersion(
                document.integer("version", 1),
                document.has("effectiveFrom") ? document.instant("effectiveFrom") : Instant.EPOCH,
                "request",
                document.text("sha256", ""),
                ChecklistReader.read(document)));
  }

  private static EvidenceFact evidence(Fields record) {
    return new EvidenceFact(
        record.text("id"),
        record.text("check"),
        record.integer("checkRevision", 1),
        record.read(
            "kind",
            word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)),
            "is collected, pushed, attested or gate"),
        record.textOrNull("collector"),
        record.read(
            "result",
            word -> Result.valueOf(word.toUpperCase(Locale.ROOT)),
            "is pass, fail or unknown"),
        record.textOrNull("summary"),
        record.instant("observedAt"),
        record.instant("recordedAt"),
        record.has("ttl") ? record.span("ttl").length() : null,
        record.instantOrNull("withdrawnAt"));
  }

  private static WaiverFact waiver(Fields waiver) {
    var start = waiver.instant("start");
    var end = waiver.instant("end");
    if (!end.isAfter(start)) {
      throw waiver.wrong("end", "lies after start");
    }
    return new WaiverFact(
        waiver.text("id"),
        waiver.text("check"),
        start,
        end,
        waiver.instantOrNull("approvedAt"),
        waiver.instantOrNull("revokedAt"));
  }

  private static TailoringFact tailoring(Fields tailoring) {
    return new TailoringFact(
        tailoring.text("check"),
        tailoring.instantOrNull("approvedAt"),
        tailoring.instant("reviewBy"));
  }
}
