package farol.statuspage.component;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An ordered container of components. */
public record Group(
    String id,
    String name,
    @Nullable String description,
    int position,
    Instant createdAt,
    Instant updatedAt) {}
