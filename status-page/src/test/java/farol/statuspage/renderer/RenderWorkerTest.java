package farol.statuspage.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.statuspage.House;
import farol.statuspage.component.Components;
import farol.statuspage.incident.Posts;
import farol.statuspage.incident.PublicIncidents;
import farol.statuspage.snapshot.Manifest;
import farol.statuspage.snapshot.SetFolder;
import farol.statuspage.snapshot.SnapshotSet;
import farol.statuspage.snapshot.Trust;
import farol.statuspage.snapshot.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderWorkerTest {
  private static final Actor ADMIN = House.actor(Role.ADMIN);

  @TempDir Path home;
  private House house;
  private RenderWorker worker;
  private Snapshots snapshots;

  @BeforeEach
  void open() {
    house = new House(home);
    worker = house.get(RenderWorker.class);
    snapshots = house.get(Snapshots.class);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String component(String name) {
    return house
        .get(Components.class)
        .create(
            new Components.Description(name, null, null, "Apps", null, null, null, null, null),
            ADMIN)
        .component()
        .id();
  }

  private void publish(String component) {
    var incident =
        house
            .get(PublicIncidents.class)
            .open(
                new PublicIncidents.Description(
                    "Requests fail",
                    "minor",
                    null,
                    null,
                    null,
                    List.of(new PublicIncidents.Named(component, "partial_outage")),
                    null),
                ADMIN);
    house
        .get(Posts.class)
        .draft(
            incident.id(),
            new Posts.Statement(
                "investigating",
                "We are looking.",
                house.clock.instant().plus(Duration.ofMinutes(20)),
                null,
                true,
                true),
            ADMIN);
  }

  private SnapshotSet newest() {
    return snapshots.newerThan(0, Map.of()).orElseThrow();
  }

  private static String body(SnapshotSet set, String path) {
    var entry = entry(set, path);
    return new String(
        Objects.requireNonNull(set.bodies().get(entry.identity())), StandardCharsets.UTF_8);
  }

  private static Manifest.Entry entry(SnapshotSet set, String path) {
    return set.manifest().files().stream()
        .filter(one -> one.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private void tick(RenderWorker who) {
    house.clock.advance(Duration.ofSeconds(1));
    // Renders keep a distance on the real clock; a test does not wait for it.
    who.forget();
    who.tick();
  }

  @Test
  void aPublishedPostIsInTheNextSet() {
    var routing = component("HTTP routing");
    tick(worker);
    assertThat(body(newest(), "/light")).isEqualTo("G\n");

    publish(routing);
    tick(worker);

    assertThat(newest().manifest().sequence()).isEqualTo(2);
    assertThat(body(newest(), "/")).contains("Requests fail").contains("Minor Service Outage");
    assertThat(body(newest(), "/history.atom")).contains("Requests fail: investigating");
    assertThat(body(newest(), "/light")).isEqualTo("Y\n");
    Verification.check(newest(), Trust.firstSeen());
  }

  @Test
  void nothingIsRenderedWhileNothingChangesUntilAThirdOfItsLife() {
    component("HTTP routing");
    tick(worker);

    for (var second = 0; second < 28; second++) {
      tick(worker);
    }
    assertThat(newest().manifest().sequence()).isEqualTo(1);
    house.clock.advance(Duration.ofSeconds(2));
    tick(worker);

    assertThat(newest().manifest().sequence()).isEqualTo(2);
  }

  @Test
  void feedsAndDataKeepTheirBytesAndTagsOverThreeRenewals() {
    publish(component("HTTP routing"));
    tick(worker);
    var first = newest();

    for (var renewal = 0; renewal < 3; renewal++) {
      house.clock.advance(Duration.ofSeconds(30));
      tick(worker);
    }

    var last = newest();
    assertThat(last.manifest().sequence()).isEqualTo(4);
    for (var path :
        List.of(
            "/history.atom",
            "/api/v2/summary.json",
            "/api/v2/incidents.json",
            "/light",
            "/badge.svg",
            "/badge.json")) {
      assertThat(entry(last, path).sha256()).isEqualTo(entry(first, path).sha256());
      assertThat(entry(last, path).etag()).isEqualTo(entry(first, path).etag());
      assertThat(entry(last, path).modified()).isEqualTo(entry(first, path).modified());
    }
    assertThat(entry(last, "/pulse.json").etag()).isNotEqualTo(entry(first, "/pulse.json").etag());
    assertThat(body(last, "/pulse.json")).hasSizeLessThan(300);
  }

  @Test
  void aBrokenPromiseIsRenderedAtOnce() {
    publish(component("HTTP routing"));
    tick(worker);
    house.clock.advance(Duration.ofMinutes(20).minusSeconds(20));
    tick(worker);
    var before = newest().manifest().sequence();

    house.clock.advance(Duration.ofSeconds(19));
    tick(worker);

    assertThat(newest().manifest().sequence()).isEqualTo(before + 1);
    assertThat(body(newest(), "/status.json")).contains("\"overdue\":true");
  }

  @Test
  void ofTwoNodesOneRendersAndTheOtherTakesOver(@TempDir Path elsewhere) {
    component("HTTP routing");
    try (var second = house.secondNode(elsewhere)) {
      var other = second.get(RenderWorker.class);
      tick(worker);
      tick(other);
      assertThat(newest().manifest().sequence()).isEqualTo(1);
      component("Builds");
      tick(other);
      assertThat(newest().manifest().sequence()).isEqualTo(1);

      worker.close();
      tick(other);

      assertThat(newest().manifest().sequence()).isEqualTo(2);
      assertThat(body(newest(), "/")).contains("Builds");
      var first =
          house
              .database
              .jdbc()
              .sql("select manifest_sha256 from statuspage.snapshot_set where sequence = 1")
              .query(String.class)
              .single();
      assertThat(newest().manifest().previous()).isEqualTo(first);
    }
  }

  @Test
  void theFolderHoldsTheSetForAnyFileServer() throws IOException {
    publish(component("HTTP routing"));
    tick(worker);

    var current = home.resolve("status-page/site/current");

    assertThat(Files.isSymbolicLink(current)).isTrue();
    assertThat(current.resolve("index.html")).content().contains("Requests fail");
    assertThat(current.resolve("index.html.gz")).exists();
    assertThat(current.resolve("index.html.br")).exists();
    assertThat(current.resolve("unknown/index.html")).content().contains("Unknown since");
    assertThat(current.resolve("api/v2/summary.json")).exists();
    Verification.check(SetFolder.read(current), Trust.firstSeen());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("status-page/signing.key"))))
        .isEqualTo("rw-------");
  }
}
