package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.UUID;

/** One process type of an app, and how many dynos of which size run it. */
public record CloudFormation(
    UUID id,
    UUID app,
    String type,
    int quantity,
    DynoSize size,
    String command,
    Instant createdAt,
    Instant updatedAt) {
  public static final int QUANTITY_MAX = 100;
  public static final int TYPES_MAX = 20;
}
