package farol.runbooks.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Git with its authority in the database: a commit is built in core, and its pack and the move of
 * the branch are one transaction under the lock of the branch's row. That is right on any number of
 * nodes.
 */
@Component
class GitLibrary {
  private final GitCache cache;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** One writer of this node at a time: the others would only hold connections while waiting. */
  private final ReentrantLock writing = new ReentrantLock();

  @Autowired
  GitLibrary(
      @Value("${farol.home:.farol}") Path home,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this(home.resolve("library.git"), jdbc, new TransactionTemplate(transactions));
  }

  GitLibrary(Path directory, JdbcClient jdbc, TransactionTemplate transaction) {
    this.cache = new GitCache(directory, jdbc);
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Something done with the repository at a commit, null while there is none. */
  interface Reading<T> {
    T at(Repository repository, @Nullable ObjectId head) throws IOException;
  }

  /**
   * A file to write or remove.
   *
   * @param markdown null removes the file
   */
  record Change(String path, @Nullable String markdown, String message, PersonIdent author) {}

  /** Decides on a change with the branch locked: whatever it reads stays true until the commit. */
  interface Writing {
    Change on(Repository repository, @Nullable ObjectId head) throws IOException;
  }

  static PersonIdent author(String name, String email, Instant at) {
    return new PersonIdent(name, email, at, ZoneOffset.UTC);
  }

  /** Reads; a cache that turns out to be damaged is thrown away and filled again, once. */
  <T> T read(Reading<T> reading) {
    try {
      return attempt(reading);
    } catch (IOException | UncheckedIOException damaged) {
      try {
        cache.discard();
        return attempt(reading);
      } catch (IOException failed) {
        failed.addSuppressed(damaged);
        throw new UncheckedIOException("The library cannot be read", failed);
      }
    }
  }

  private <T> T attempt(Reading<T> reading) throws IOException {
    var head = cache.head(false);
    return reading.at(cache.synced(), head);
  }

  /** Commits one change and answers the commit; {@code with} joins the same transaction. */
  ObjectId write(Writing change, Runnable with) {
    writing.lock();
    try {
      return inTransaction(change, with);
    } catch (UncheckedIOException damaged) {
      discard(damaged);
      return inTransaction(change, with);
    } finally {
      writing.unlock();
    }
  }

  private void discard(UncheckedIOException damaged) {
    try {
      cache.discard();
    } catch (IOException failed) {
      damaged.addSuppressed(failed);
      throw damaged;
    }
  }

  private ObjectId inTransaction(Writing change, Runnable with) {
    var commit =
        transaction.execute(
            _ -> {
              try {
                var committed = commit(change);
                with.run();
                return committed;
              } catch (IOException failed) {
                throw new UncheckedIOException("The library cannot be written", failed);
              }
            });
    return Objects.requireNonNull(commit);
  }

  private ObjectId commit(Writing writing) throws IOException {
    var head = cache.head(true);
    var repository = cache.synced();
    var change = writing.on(repository, head);
    var commit = build(repository, head, change);
    store(repository, head, commit);
    cache.show(repository, commit);
    return commit;
  }

  private static ObjectId build(Repository repository, @Nullable ObjectId head, Change change)
      throws IOException {
    try (var inserter = repository.newObjectInserter();
        var walk = new RevWalk(repository)) {
      var index =
          head == null
              ? DirCache.newInCore()
              : DirCache.read(walk.getObjectReader(), walk.parseCommit(head).getTree());
      edit(index, inserter, change);
      var commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      if (head != null) {
        commit.setParentId(head);
      }
      commit.setAuthor(change.author());
      commit.setCommitter(change.author());
      commit.setMessage(change.message());
      var id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static void edit(DirCache index, ObjectInserter inserter, Change change)
      throws IOException {
    var editor = index.editor();
    var markdown = change.markdown();
    if (markdown == null) {
      editor.add(new DirCacheEditor.DeletePath(change.path()));
    } else {
      var blob = inserter.insert(Constants.OBJ_BLOB, markdown.getBytes(StandardCharsets.UTF_8));
      editor.add(
          new DirCacheEditor.PathEdit(change.path()) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.REGULAR_FILE);
              entry.setObjectId(blob);
            }
          });
    }
    editor.finish();
  }

  private void store(Repository repository, @Nullable ObjectId head, ObjectId commit)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new PackWriter(repository)) {
      writer.preparePack(
          NullProgressMonitor.INSTANCE, Set.of(commit), head == null ? Set.of() : Set.of(head));
      writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, bytes);
    }
    jdbc.sql("insert into runbooks.git_pack (sha256, bytes) values (:sha256, :bytes)")
        .param("sha256", sha256(bytes.toByteArray()))
        .param("bytes", bytes.toByteArray())
        .update();
    var moved =
        jdbc.sql(
                """
                update runbooks.git_ref set oid = :oid
                where name = :name and oid is not distinct from :expected
                """)
            .param("oid", commit.name())
            .param("name", GitCache.BRANCH)
            .param("expected", head == null ? null : head.name(), java.sql.Types.VARCHAR)
            .update();
    if (moved != 1) {
      throw new IllegalStateException("The branch moved while its row was locked");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
