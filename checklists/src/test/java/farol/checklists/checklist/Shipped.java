package farol.checklists.checklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The checklist that every installation starts with, read from its migration. */
public final class Shipped {
  private Shipped() {}

  public static ChecklistVersion version() {
    return new ChecklistVersion(
        1, Instant.parse("2020-01-01T00:00:00Z"), "farol", "", ChecklistReader.read(text()));
  }

  static String text() {
    var path = "/db/migration/checklists/V2__install_production_readiness.sql";
    try (var migration = Shipped.class.getResourceAsStream(path)) {
      var sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      return sql.substring(sql.indexOf("$yaml$") + 6, sql.lastIndexOf("$yaml$"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
