package farol.runbooks.library;

import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.storage.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;

/** Builds a library for tests of other packages. */
public final class LibraryFixture {
  private LibraryFixture() {}

  public static RunbookLibrary library(
      Path disk,
      TestDatabase database,
      Catalog catalog,
      Audit audit,
      RunHistory runs,
      InstantSource clock) {
    return new RunbookLibrary(
        new GitLibrary(disk.resolve("library.git"), database.jdbc(), database.transaction()),
        catalog,
        audit,
        runs,
        new FlexmarkRenderer(new SimpleMeterRegistry()),
        clock,
        new SimpleMeterRegistry());
  }
}
