package farol.runbooks.library;

import farol.alerting.door.PersonName;
import java.time.Instant;

/**
 * A runbook of the library at one commit.
 *
 * @param commit the newest commit that touched it
 * @param blob identifies its text; the ETag
 */
public record Runbook(
    String path,
    String commit,
    String blob,
    Instant updatedAt,
    PersonName updatedBy,
    RunbookDocument document,
    String markdown,
    Freshness freshness) {
  public String id() {
    return document.id();
  }

  public String title() {
    return document.title();
  }
}
