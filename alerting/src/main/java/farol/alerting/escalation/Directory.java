package farol.alerting.escalation;

import farol.alerting.catalog.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers whom a target means, for one group at one instant. */
interface Directory {
  /**
   * Whom it means.
   *
   * @param dropped those it would mean, were they not absent, retired or without an address
   * @param whyNobody said when {@code people} is empty
   */
  record Answer(List<PersonId> people, List<Dropped> dropped, @Nullable String whyNobody) {
    static Answer nobody(String why) {
      return new Answer(List.of(), List.of(), why);
    }
  }

  /** Somebody who is not paged, with the reason. */
  record Dropped(PersonId person, String reason) {}

  Answer who(Target target);
}
