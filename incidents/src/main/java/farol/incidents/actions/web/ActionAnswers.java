package farol.incidents.actions.web;

import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.door.PersonName;
import farol.incidents.actions.ActionItem;
import farol.incidents.actions.Actions;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts an action item together with the names of its people. */
@Component
public class ActionAnswers {
  private final Actions actions;
  private final Catalog catalog;

  ActionAnswers(Actions actions, Catalog catalog) {
    this.actions = actions;
    this.catalog = catalog;
  }

  public ActionAnswer of(ActionItem action, Instant now) {
    return new ActionAnswer(
        action.id(),
        action.incident().value(),
        action.title(),
        action.type(),
        action.priority(),
        name(action.owner()),
        action.due(),
        action.verification(),
        action.tracker(),
        action.state(),
        actions.overdue(action, now),
        action.version(),
        action.completedAt(),
        action.proof(),
        action.verifiedBy() == null ? null : name(action.verifiedBy()),
        action.verifiedAt(),
        action.droppedReason());
  }

  private PersonName name(PersonId person) {
    return catalog
        .person(person)
        .map(PersonName::of)
        .orElseGet(() -> new PersonName("unknown", "Somebody who left"));
  }
}
