package farol.checklists.checklist;

import java.time.Instant;

/**
 * A published checklist, immutable.
 *
 * @param version 1, 2, 3 … per checklist
 * @param effectiveFrom from when it is in force
 * @param source the commit or upload it came from, {@code farol} for the one that ships
 * @param sha256 of the text as published
 */
public record ChecklistVersion(
    int version, Instant effectiveFrom, String source, String sha256, Checklist document) {
  public ChecklistVersion {
    if (version < 1) {
      throw new IllegalArgumentException("Versions count from 1");
    }
  }

  public String id() {
    return document.id();
  }
}
