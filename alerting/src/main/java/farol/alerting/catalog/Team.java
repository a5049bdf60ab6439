package farol.alerting.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People who own services together, with the manager who answers for them. */
public record Team(
    TeamId id,
    String slug,
    String name,
    @Nullable PersonId managerId,
    @Nullable PersonId deputyId,
    @Nullable TeamId parentId,
    List<PersonId> members) {
  public Team {
    Slug.checked(slug);
    members = List.copyOf(members);
  }

  public Optional<PersonId> manager() {
    return Optional.ofNullable(managerId);
  }

  public Optional<PersonId> deputy() {
    return Optional.ofNullable(deputyId);
  }

  public Optional<TeamId> parent() {
    return Optional.ofNullable(parentId);
  }
}
