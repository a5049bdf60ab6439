package farol.runbooks.library;

import static org.assertj.core.api.Assertions.assertThat;

import farol.alerting.storage.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLibraryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int WRITERS = 8;
  private static final int EDITS = 4;

  private final TestDatabase database = TestDatabase.with("runbooks");
  @TempDir private Path disk;

  private GitLibrary node(String name) {
    return new GitLibrary(disk.resolve(name), database.jdbc(), database.transaction());
  }

  private static void put(GitLibrary node, String path, String markdown) {
    node.write(
        (_, _) ->
            new GitLibrary.Change(
                path,
                markdown,
                "Write " + path,
                GitLibrary.author("Ana", "ana@caminho.example", NOW)),
        () -> {});
  }

  private static Snapshot snapshot(GitLibrary node) {
    return node.read((repository, head) -> Snapshot.of(repository, head, null));
  }

  @Test
  void losesNoneOfManyEditsFromTwoNodes() throws Exception {
    var nodes = new GitLibrary[] {node("a"), node("b")};
    var edits = new ArrayList<Future<?>>();
    try (var pool = Executors.newFixedThreadPool(WRITERS)) {
      for (var writer = 0; writer < WRITERS; writer++) {
        var name = "w" + writer;
        var node = nodes[writer % 2];
        for (var edit = 0; edit < EDITS; edit++) {
          var text = "# %s %d\n".formatted(name, edit);
          edits.add(
              pool.submit(
                  () ->
                      put(
                          node,
                          name + "-" + text.strip().charAt(text.length() - 2) + ".md",
                          text)));
        }
      }
      for (var edit : edits) {
        edit.get();
      }
    }

    for (var node : nodes) {
      assertThat(snapshot(node).byId()).hasSize(WRITERS * EDITS);
      assertThat(node.<Integer>read((repository, head) -> commits(repository, head)))
          .isEqualTo(WRITERS * EDITS);
    }
  }

  private static int commits(
      Repository repository, org.eclipse.jgit.lib.@org.jspecify.annotations.Nullable ObjectId head)
      throws java.io.IOException {
    try (var walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(head));
      var count = 0;
      while (walk.next() != null) {
        count++;
      }
      return count;
    }
  }

  @Test
  void fillsADeletedOrDamagedCacheAgain() throws Exception {
    var node = node("a");
    put(node, "one.md", "# One\n");
    put(node, "two.md", "# Two\n");
    delete(disk.resolve("a"));

    assertThat(snapshot(node).byId()).containsKeys("one", "two");

    delete(disk.resolve("a/objects/pack"));
    assertThat(snapshot(node).byId()).containsKeys("one", "two");
    put(node, "three.md", "# Three\n");
    assertThat(snapshot(node("b")).byId()).containsKeys("one", "two", "three");
  }

  @Test
  void keepsTheCommitThatLastTouchedEachFile() {
    var node = node("a");
    put(node, "one.md", "# One\n");
    var first = snapshot(node).byId().get("one");
    put(node, "two.md", "# Two\n");

    assertThat(snapshot(node).byId().get("one")).isEqualTo(first);
  }

  private static void delete(Path directory) throws java.io.IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
