package farol.alerting.notify;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertGroupId;
import farol.alerting.alert.AlertGroups;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.Escalation;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Groups without alerts behind them; a change of state ends the ladder, as intake does. */
public final class InMemoryGroups implements AlertGroups {
  private final Map<AlertGroupId, AlertGroup> groups = new ConcurrentHashMap<>();
  private final List<AlertGroupId> exhausted = new ArrayList<>();
  private final Supplier<Escalation> escalation;

  InMemoryGroups(Supplier<Escalation> escalation) {
    this.escalation = escalation;
  }

  public void put(AlertGroup group) {
    groups.put(group.id(), group);
  }

  @Override
  public Optional<AlertGroup> group(AlertGroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  @Override
  public AlertGroup acknowledge(AlertGroupId id, Actor actor, Instant now) {
    escalation.get().end(id, Escalation.End.ACKNOWLEDGED, now);
    return change(id, AlertState.ACKNOWLEDGED, actor.person().id());
  }

  /** Changes the state and nothing else, as if another node had not yet been heard of. */
  public AlertGroup change(AlertGroupId id, AlertState state, @Nullable PersonId by) {
    var g = group(id).orElseThrow();
    var changed =
        new AlertGroup(
            g.id(),
            g.cause(),
            g.number(),
            g.dedupKey(),
            g.service(),
            g.severity(),
            g.urgency(),
            g.summary(),
            state,
            by,
            g.policySlug(),
            g.incidentId(),
            g.acceptedAt(),
            g.viewPath());
    groups.put(id, changed);
    return changed;
  }

  @Override
  public void exhausted(AlertGroupId id, Instant now) {
    exhausted.add(id);
  }

  public List<AlertGroupId> exhausted() {
    return List.copyOf(exhausted);
  }
}
