package farol.console.settings;

import farol.console.ui.Words;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts about the running process and its database. */
@Component
class SystemFacts {
  /** What the parts are called, by the name of their check; the others say nothing to a person. */
  private static final Map<String, String> NAMES =
      Map.of(
          "db", "database",
          "diskSpace", "disk",
          "livenessState", "process",
          "readinessState", "readiness",
          "engine", "engine",
          "edge", "status edge");

  private final HealthEndpoint health;
  private final ObjectProvider<BuildProperties> build;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  SystemFacts(
      HealthEndpoint health,
      ObjectProvider<BuildProperties> build,
      JdbcClient jdbc,
      InstantSource clock) {
    this.health = health;
    this.build = build;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Events between rooms that were published and not yet taken. */
  long outstandingEvents() {
    return jdbc.sql("select count(*) from console.event_publication where completion_date is null")
        .query(Long.class)
        .single();
  }

  /** The parts that report their health, and whether each is up. */
  Map<String, Boolean> parts() {
    var parts = new LinkedHashMap<String, Boolean>();
    var checks =
        health.health() instanceof CompositeHealthDescriptor composite
            ? composite.getComponents()
            : null;
    if (checks != null) {
      checks.forEach(
          (name, part) -> {
            var said = NAMES.get(name);
            if (said != null) {
              parts.put(said, Status.UP.equals(part.getStatus()));
            }
          });
    }
    return parts;
  }

  Map<String, String> versions() {
    var versions = new LinkedHashMap<String, String>();
    versions.put(
        "Farol", build.stream().map(BuildProperties::getVersion).findFirst().orElse("unpackaged"));
    versions.put("Java", System.getProperty("java.vm.version", "unknown"));
    versions.put("PostgreSQL", jdbc.sql("show server_version").query(String.class).single());
    var started = ManagementFactory.getRuntimeMXBean().getStartTime();
    var up = Duration.ofMillis(Math.max(0, clock.instant().toEpochMilli() - started));
    versions.put("up for", Words.duration(up));
    return versions;
  }
}
