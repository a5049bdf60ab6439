package farol.statuspage.edge;

import farol.statuspage.snapshot.SnapshotSet;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an edge gets its sets. */
public interface SetSource {
  /** A set other than the one served; empty while there is none. */
  Optional<SnapshotSet> newerThan(@Nullable SnapshotSet served) throws IOException;
}
