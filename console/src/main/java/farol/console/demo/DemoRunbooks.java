package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.runbooks.library.RunbookLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Caminho's runbooks: two that run, three that are read. */
@Component
class DemoRunbooks implements DemoRoom {
  static final List<String> PATHS =
      List.of(
          "scale/web-for-spike.md",
          "region/move-traffic-to-eu-west.md",
          "router/restart-routers.md",
          "data/postgres-failover.md",
          "keyvalue/evictions.md");

  private final RunbookLibrary library;

  DemoRunbooks(RunbookLibrary library) {
    this.library = library;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    for (var path : PATHS) {
      library.create(administrator, path, text(path), "Bring in " + path);
    }
  }

  static String text(String path) {
    try {
      return new ClassPathResource("demo/runbooks/" + path)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("The demo's runbook " + path, missing);
    }
  }
}
