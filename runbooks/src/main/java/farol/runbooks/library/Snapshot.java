package farol.runbooks.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Every runbook of the library at one commit, read and parsed. */
record Snapshot(@Nullable ObjectId head, Map<String, Entry> byId) {
  static final int RUNBOOKS_MAX = 10_000;

  /** A file with the commit that last touched it. */
  record Entry(
      String path,
      String blob,
      String commit,
      Instant at,
      String authorName,
      String authorEmail,
      String markdown,
      RunbookDocument document) {}

  private record File(String path, ObjectId blob) {}

  Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Entry> at(String path) {
    return byId.values().stream().filter(entry -> entry.path().equals(path)).findFirst();
  }

  /** Reads the tree at {@code commit}; documents that {@code known} has are not parsed again. */
  static Snapshot of(Repository repository, @Nullable ObjectId commit, @Nullable Snapshot known)
      throws IOException {
    if (commit == null) {
      return new Snapshot(null, Map.of());
    }
    try (var walk = new RevWalk(repository)) {
      var files = files(repository, walk.parseCommit(commit));
      var touched = lastTouched(repository, walk, commit, files);
      var parsed = known == null ? Map.<String, Entry>of() : byPathAndBlob(known);
      var byId = new LinkedHashMap<String, Entry>();
      for (var file : files) {
        var by = touched.get(file.path());
        if (by != null) {
          var entry = entry(repository, file, by, parsed.get(file.path() + file.blob().name()));
          byId.putIfAbsent(entry.document().id(), entry);
        }
      }
      return new Snapshot(commit, byId);
    }
  }

  private static Map<String, Entry> byPathAndBlob(Snapshot known) {
    var entries = new HashMap<String, Entry>();
    known.byId().values().forEach(entry -> entries.put(entry.path() + entry.blob(), entry));
    return entries;
  }

  private static Entry entry(Repository repository, File file, RevCommit by, @Nullable Entry known)
      throws IOException {
    var author = by.getAuthorIdent();
    var markdown = known != null ? known.markdown() : text(repository, file.blob());
    return new Entry(
        file.path(),
        file.blob().name(),
        by.name(),
        author.getWhenAsInstant(),
        author.getName(),
        author.getEmailAddress(),
        markdown,
        known != null ? known.document() : DocumentParser.parse(markdown, file.path()));
  }

  static String text(Repository repository, ObjectId blob) throws IOException {
    return new String(repository.open(blob).getBytes(), StandardCharsets.UTF_8);
  }

  private static List<File> files(Repository repository, RevCommit commit) throws IOException {
    var files = new ArrayList<File>();
    try (var tree = new TreeWalk(repository)) {
      tree.addTree(commit.getTree());
      tree.setRecursive(true);
      while (tree.next() && files.size() < RUNBOOKS_MAX) {
        if (tree.getPathString().endsWith(".md")) {
          files.add(new File(tree.getPathString(), tree.getObjectId(0)));
        }
      }
    }
    return files;
  }

  /** The newest commit that changed each path: history is straight, so the first seen is it. */
  private static Map<String, RevCommit> lastTouched(
      Repository repository, RevWalk walk, ObjectId head, List<File> files) throws IOException {
    var touched = new HashMap<String, RevCommit>();
    walk.markStart(walk.parseCommit(head));
    for (var commit = walk.next();
        commit != null && touched.size() < files.size();
        commit = walk.next()) {
      for (var path : changed(repository, walk, commit)) {
        touched.putIfAbsent(path, commit);
      }
    }
    return touched;
  }

  private static List<String> changed(Repository repository, RevWalk walk, RevCommit commit)
      throws IOException {
    try (var tree = new TreeWalk(repository)) {
      tree.setRecursive(true);
      tree.setFilter(TreeFilter.ANY_DIFF);
      if (commit.getParentCount() == 0) {
        tree.addTree(new org.eclipse.jgit.treewalk.EmptyTreeIterator());
      } else {
        tree.addTree(walk.parseCommit(commit.getParent(0)).getTree());
      }
      tree.addTree(commit.getTree());
      var paths = new ArrayList<String>();
      while (tree.next()) {
        paths.add(tree.getPathString());
      }
      return paths;
    }
  }
}
