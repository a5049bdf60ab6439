package farol.alerting.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team as somebody asks for it, before any check.
 *
 * @param manager a handle
 * @param deputy a handle
 * @param parent the slug of the team above
 * @param members handles, in the order in which they are shown
 */
public record TeamDraft(
    @Nullable String slug,
    @Nullable String name,
    @Nullable String manager,
    @Nullable String deputy,
    @Nullable String parent,
    List<String> members) {
  public static final int NAME_MAX = 200;
  public static final int MEMBERS_MAX = 500;

  public TeamDraft {
    members = List.copyOf(members);
  }
}
