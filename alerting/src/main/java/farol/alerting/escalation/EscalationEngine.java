package farol.alerting.escalation;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.Urgency;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.notify.Pager;
import farol.alerting.oncall.OnCall;
import farol.alerting.oncall.RotationTeams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves one due ladder on: decides by {@link Plan}, writes pages and the next due instant. */
@Component
class EscalationEngine {
  static final Duration LAST_RESORT_AGAIN = Duration.ofMinutes(30);
  private static final String LAST_RESORT = "LAST_RESORT";

  private final Escalations escalations;
  private final JdbcPolicies policies;
  private final AlertGroups groups;
  private final Catalog catalog;
  private final OnCall onCall;
  private final RotationTeams rotations;
  private final ObjectProvider<Commanders> commanders;
  private final Pager pager;

  EscalationEngine(
      Escalations escalations,
      JdbcPolicies policies,
      AlertGroups groups,
      Catalog catalog,
      OnCall onCall,
      RotationTeams rotations,
      ObjectProvider<Commanders> commanders,
      Pager pager) {
    this.escalations = escalations;
    this.policies = policies;
    this.groups = groups;
    this.catalog = catalog;
    this.onCall = onCall;
    this.rotations = rotations;
    this.commanders = commanders;
    this.pager = pager;
  }

  /** Joins the transaction that locked the ladder. */
  void moveOn(Escalations.Due due, Instant now) {
    var group = groups.group(due.group());
    if (group.isEmpty() || group.get().state() != AlertState.TRIGGERED) {
      var state = group.map(AlertGroup::state).orElse(AlertState.RESOLVED);
      escalations.end(due.group(), state.name(), now);
      pager.cancel(due.group(), state.name().toLowerCase(Locale.ROOT));
      return;
    }
    switch (due.state()) {
      case CLIMBING -> climb(due, group.get(), now);
      case EXHAUSTED -> lastResort(due, group.get(), due.position(), now);
      case ENDED, PARKED -> throw new IllegalStateException("Not due in " + due.state());
    }
  }

  private void climb(Escalations.Due due, AlertGroup group, Instant now) {
    var directory = directory(group, now);
    var plan = Plan.next(policy(due), due.position(), directory, now);
    plan.emptyLevels()
        .forEach(
            empty ->
                pager.note(
                    rung(due, group, empty.at(), empty.target()),
                    null,
                    "level %d means nobody: %s".formatted(empty.at().level(), empty.reason()),
                    now));
    plan.dropped()
        .forEach(
            drop ->
                pager.note(
                    rung(due, group, drop.at(), drop.target()), drop.person(), drop.reason(), now));
    plan.calls()
        .forEach(
            call -> pager.page(rung(due, group, call.at(), call.target()), call.person(), now));
    if (plan.lastResort()) {
      lastResort(due, group, plan.position(), now);
    } else {
      escalations.moveTo(due.id(), plan.position(), Escalations.State.CLIMBING, plan.nextDueAt());
    }
  }

  private EscalationPolicy policy(Escalations.Due due) {
    return policies
        .version(due.policySlug(), due.policyVersion())
        .map(JdbcPolicies.Stored::policy)
        .orElseGet(EscalationPolicy::ofTheInstance);
  }

  private LiveDirectory directory(AlertGroup group, Instant now) {
    return new LiveDirectory(
        new LiveDirectory.Sources(
            catalog, onCall, rotations, commanders.stream().findFirst(), pager),
        group,
        now);
  }

  /** Pages everybody of the last resort, and again every 30 min while a HIGH group fires. */
  private void lastResort(
      Escalations.Due due, AlertGroup group, Plan.Position position, Instant now) {
    var rung = rung(due, group, new Plan.Position(position.pass(), 0), LAST_RESORT);
    var directory = directory(group, now);
    var stored = policies.lastResort();
    for (var person : lastPeople(stored)) {
      var whyNot = directory.whyNot(person);
      if (whyNot.isEmpty()) {
        pager.page(rung, person, now);
      } else {
        pager.note(rung, person, whyNot.get(), now);
      }
    }
    stored.webhooks().forEach(url -> pager.pageAddress(rung, url, now));
    var again = group.urgency() == Urgency.HIGH ? now.plus(LAST_RESORT_AGAIN) : null;
    escalations.moveTo(
        due.id(), new Plan.Position(position.pass(), 0), Escalations.State.EXHAUSTED, again);
  }

  /** Without a last resort the administrators are: never nobody. */
  private List<PersonId> lastPeople(JdbcPolicies.LastResort stored) {
    if (stored.people().isEmpty() && stored.webhooks().isEmpty()) {
      return catalog.people().stream()
          .filter(person -> person.role() == Role.ADMIN)
          .map(Person::id)
          .toList();
    }
    return stored.people().stream()
        .flatMap(handle -> catalog.person(handle).map(Person::id).stream())
        .toList();
  }

  private static Pager.Rung rung(
      Escalations.Due due, AlertGroup group, Plan.Position at, String target) {
    return new Pager.Rung(due.id(), group, at.pass(), at.level(), target);
  }
}
