package farol.console.database;

import farol.console.start.StartRefused;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings each room's own schema to this release. Rooms share no tables, so their order is free. */
public final class Schemas {
  public static final List<String> ROOMS =
      List.of(
          "console", "alerting", "statuspage", "runbooks", "checklists", "capacity", "incidents");

  private Schemas() {}

  public static void migrate(DataSource source) {
    for (var room : ROOMS) {
      var flyway =
          Flyway.configure()
              .dataSource(source)
              .schemas(room)
              .defaultSchema(room)
              .locations("classpath:db/migration/" + room)
              .load();
      refuseNewer(room, flyway);
      flyway.migrate();
    }
  }

  private static void refuseNewer(String room, Flyway flyway) {
    for (MigrationInfo applied : flyway.info().applied()) {
      if (applied.getState().name().startsWith("FUTURE")) {
        throw new StartRefused(
            "The data was written by a newer Farol (%s has version %s): start that release, or use another data folder."
                .formatted(room, applied.getVersion()),
            null);
      }
    }
  }
}
