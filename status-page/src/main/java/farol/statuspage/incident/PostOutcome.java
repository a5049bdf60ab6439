package farol.statuspage.incident;

import farol.statuspage.incident.Situation.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a step: it was done, or the situation had moved and the post is void. */
public sealed interface PostOutcome {
  Post post();

  /**
   * The step was taken.
   *
   * @param pageEvent the change of the public picture that followed, if any
   */
  record Done(Post post, @Nullable Long pageEvent) implements PostOutcome {}

  /** The post was written against a situation that is no more. */
  record Voided(Post post, List<Difference> differences) implements PostOutcome {
    public Voided {
      differences = List.copyOf(differences);
    }
  }
}
