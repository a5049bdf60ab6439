package farol.runbooks.library;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The commits that touched one path. */
final class History {
  private History() {}

  /** One of them. */
  record Entry(
      String commit,
      String blob,
      String message,
      String authorName,
      String authorEmail,
      Instant at) {}

  static List<Entry> of(Repository repository, ObjectId head, String path, int limit)
      throws IOException {
    var entries = new ArrayList<Entry>();
    try (var walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(head));
      walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
      for (var commit = walk.next();
          commit != null && entries.size() < limit;
          commit = walk.next()) {
        var author = commit.getAuthorIdent();
        try (var tree = TreeWalk.forPath(repository, path, commit.getTree())) {
          entries.add(
              new Entry(
                  commit.name(),
                  tree == null ? "" : tree.getObjectId(0).name(),
                  commit.getFullMessage(),
                  author.getName(),
                  author.getEmailAddress(),
                  author.getWhenAsInstant()));
        }
      }
    }
    return entries;
  }
}
