package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A generation of a dyno that was asked for; what became of it since is computed. */
public record CloudDyno(
    UUID id,
    UUID app,
    String type,
    int index,
    DynoSize size,
    String command,
    UUID releaseId,
    int releaseVersion,
    Instant startedAt,
    @Nullable Instant endedAt,
    long seed) {
  public String name() {
    return type + "." + index;
  }
}
