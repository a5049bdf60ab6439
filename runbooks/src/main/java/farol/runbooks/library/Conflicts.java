package farol.runbooks.library;

import farol.alerting.door.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.jspecify.annotations.Nullable;

/** Says what two people did to the same text. */
record Conflicts(Repository repository) {
  /** The refusal of an edit that started from a text which is no longer the newest. */
  Refusal stale(@Nullable String blob, String yours, Snapshot.Entry present) throws IOException {
    var base = base(blob);
    var extra = new HashMap<String, Object>();
    extra.put("base", base);
    extra.put("yours", yours);
    extra.put("theirs", present.markdown());
    extra.put("conflicts", conflicts(base, yours, present.markdown()));
    var why =
        blob == null
            ? "If-Match must name the version you read"
            : "%s changed this runbook since you read it".formatted(present.authorName());
    return Refusal.stale(why, extra);
  }

  private String base(@Nullable String blob) throws IOException {
    if (blob == null || !blob.matches("[0-9a-f]{40}")) {
      return "";
    }
    var id = ObjectId.fromString(blob);
    return repository.getObjectDatabase().has(id) ? Snapshot.text(repository, id) : "";
  }

  private static List<Map<String, Object>> conflicts(String base, String yours, String theirs) {
    var merged =
        new MergeAlgorithm().merge(RawTextComparator.DEFAULT, raw(base), raw(yours), raw(theirs));
    var conflicts = new ArrayList<Map<String, Object>>();
    for (var chunk : merged) {
      if (chunk.getConflictState() == ConflictState.FIRST_CONFLICTING_RANGE) {
        conflicts.add(
            Map.of(
                "line",
                chunk.getBegin() + 1,
                "yours",
                raw(yours).getString(chunk.getBegin(), chunk.getEnd(), false)));
      }
      if (chunk.getConflictState() == ConflictState.NEXT_CONFLICTING_RANGE
          && !conflicts.isEmpty()) {
        var both = new HashMap<>(conflicts.removeLast());
        both.put("theirs", raw(theirs).getString(chunk.getBegin(), chunk.getEnd(), false));
        conflicts.add(both);
      }
    }
    return conflicts;
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
