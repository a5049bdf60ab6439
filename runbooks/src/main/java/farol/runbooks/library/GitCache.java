package farol.runbooks.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This node's bare repository: a copy of the packs in the database. Whoever deletes it loses
 * nothing; it is filled again before the next read.
 */
final class GitCache {
  static final String BRANCH = "refs/heads/main";

  private final Path directory;
  private final JdbcClient jdbc;
  private @Nullable Repository repository;
  private long lastPack;

  GitCache(Path directory, JdbcClient jdbc) {
    this.directory = directory;
    this.jdbc = jdbc;
    QuietGit.install();
  }

  @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
  private record Pack(long seq, byte[] bytes) {}

  /** The repository with every pack that is committed in the database. */
  synchronized Repository synced() throws IOException {
    var open = open();
    for (var pack : missing()) {
      try (var inserter = open.newObjectInserter()) {
        inserter
            .newPackParser(new ByteArrayInputStream(pack.bytes()))
            .parse(NullProgressMonitor.INSTANCE);
        inserter.flush();
      }
      lastPack = pack.seq();
    }
    return open;
  }

  /** Where the branch stands according to the database, null while it is unborn. */
  @Nullable ObjectId head(boolean lock) {
    return jdbc.sql(
            "select oid from runbooks.git_ref where name = :name" + (lock ? " for update" : ""))
        .param("name", BRANCH)
        .query((row, _) -> row.getString("oid") == null ? "" : row.getString("oid"))
        .optional()
        .filter(oid -> !oid.isEmpty())
        .map(ObjectId::fromString)
        .orElse(null);
  }

  /** Lets people who look into the directory with git see where the branch stands. */
  void show(Repository open, ObjectId head) throws IOException {
    var update = open.updateRef(BRANCH);
    update.setNewObjectId(head);
    update.setForceUpdate(true);
    update.disableRefLog();
    var result = update.update();
    if (result == RefUpdate.Result.LOCK_FAILURE) {
      // Another thread shows the branch at this moment; only onlookers would miss it.
      return;
    }
  }

  /** Throws the directory away; the next read fills a new one. */
  synchronized void discard() throws IOException {
    close();
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  synchronized void close() {
    if (repository != null) {
      repository.close();
      repository = null;
    }
    lastPack = 0;
  }

  private Repository open() throws IOException {
    if (repository != null
        && Files.exists(directory.resolve(Constants.HEAD))
        && Files.isDirectory(directory.resolve(Constants.OBJECTS))) {
      return repository;
    }
    close();
    var opened = new FileRepositoryBuilder().setBare().setGitDir(directory.toFile()).build();
    if (!Files.exists(directory.resolve(Constants.HEAD))) {
      opened.create(true);
      opened.updateRef(Constants.HEAD).link(BRANCH);
    }
    repository = opened;
    return opened;
  }

  private List<Pack> missing() {
    return jdbc.sql("select seq, bytes from runbooks.git_pack where seq > :seq order by seq")
        .param("seq", lastPack)
        .query((row, _) -> new Pack(row.getLong("seq"), row.getBytes("bytes")))
        .list();
  }
}
