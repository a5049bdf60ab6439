package farol.checklists.gate;

import farol.checklists.checklist.ChecklistVersion;
import farol.checklists.checklist.Stage;
import farol.checklists.evidence.EvidenceFact;
import java.util.List;

/** Everything a verdict follows from, besides the instant. */
public record Facts(
    Subject service,
    Stage stage,
    List<ChecklistVersion> checklists,
    List<EvidenceFact> evidence,
    List<WaiverFact> waivers,
    List<TailoringFact> tailorings) {
  public Facts {
    checklists = List.copyOf(checklists);
    evidence = List.copyOf(evidence);
    waivers = List.copyOf(waivers);
    tailorings = List.copyOf(tailorings);
  }
}
