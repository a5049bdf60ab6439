package farol.checklists.gate;

import farol.alerting.catalog.Service;
import farol.checklists.checklist.Check;
import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.checklist.Checklists;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is recorded of a service and has it judged. */
@org.springframework.stereotype.Service
public class Gate {
  private final Checklists checklists;
  private final EvidenceLog evidence;
  private final Subjects subjects;
  private final MeterRegistry meters;
  private final InstantSource clock;

  Gate(
      Checklists checklists,
      EvidenceLog evidence,
      Subjects subjects,
      MeterRegistry meters,
      InstantSource clock) {
    this.checklists = checklists;
    this.evidence = evidence;
    this.subjects = subjects;
    this.meters = meters;
    this.clock = clock;
  }

  /** The verdict now. */
  @Transactional(readOnly = true)
  public Verdict verdict(Service service, Stage stage) {
    return verdictAt(service, stage, clock.instant());
  }

  /**
   * The verdict at another instant: in the past by what was known then, in the future by what is
   * recorded by now.
   */
  @Transactional(readOnly = true)
  public Verdict verdictAt(Service service, Stage stage, Instant at) {
    return meters
        .timer("farol.gate.evaluation")
        .record(() -> Evaluation.evaluate(facts(service, stage, at), at));
  }

  private Facts facts(Service service, Stage stage, Instant at) {
    var versions = checklists.versions();
    return new Facts(
        subjects.of(service),
        stage,
        versions,
        evidence.facts(service, checks(versions), at),
        List.of(),
        List.of());
  }

  private static List<String> checks(List<ChecklistVersion> versions) {
    return versions.stream()
        .flatMap(version -> version.document().checks().stream())
        .map(Check::id)
        .distinct()
        .toList();
  }
}
