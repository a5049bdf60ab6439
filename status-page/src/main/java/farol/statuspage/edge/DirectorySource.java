package farol.statuspage.edge;

import farol.statuspage.snapshot.SetFolder;
import farol.statuspage.snapshot.SnapshotSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets from a folder that holds {@code manifest.json} or {@code current/manifest.json}. */
public final class DirectorySource implements SetSource {
  private final Path dir;

  public DirectorySource(Path dir) {
    this.dir = dir;
  }

  @Override
  public Optional<SnapshotSet> newerThan(@Nullable SnapshotSet served) throws IOException {
    // The link is followed once: a set that is replaced meanwhile is still read whole.
    var folder = SetFolder.current(dir).toRealPath();
    if (served != null && Arrays.equals(SetFolder.manifest(folder), served.manifestBytes())) {
      return Optional.empty();
    }
    return Optional.of(SetFolder.read(folder));
  }
}
