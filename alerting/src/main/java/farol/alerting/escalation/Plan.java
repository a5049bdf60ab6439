package farol.alerting.escalation;

import farol.alerting.catalog.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to do when a ladder is due. A pure function of the policy, where the ladder stands, and what
 * the directory answers.
 *
 * @param calls whom to page
 * @param dropped who is not paged although a target means them
 * @param emptyLevels the levels that meant nobody and handed up at once
 * @param position of the level that fires
 * @param nextDueAt when to hand up; null together with {@code lastResort}
 */
record Plan(
    List<Call> calls,
    List<DroppedCall> dropped,
    List<EmptyLevel> emptyLevels,
    Position position,
    boolean lastResort,
    @Nullable Instant nextDueAt) {
  /** The level that fired last; level 0 of pass 1 before the first. */
  record Position(int pass, int level) {
    static final Position START = new Position(1, 0);
  }

  /** One person to page. */
  record Call(PersonId person, Position at, String target) {}

  /** One person not to page. */
  record DroppedCall(PersonId person, Position at, String target, String reason) {}

  /** A level that meant nobody. */
  record EmptyLevel(Position at, String target, String reason) {}

  /** Decides what happens now that the level at {@code position} went unanswered. */
  static Plan next(EscalationPolicy policy, Position position, Directory directory, Instant now) {
    var dropped = new ArrayList<DroppedCall>();
    var empty = new ArrayList<EmptyLevel>();
    var at = position;
    while (empty.size() < policy.levels().size()) {
      at = after(at, policy);
      if (at.pass > policy.passes()) {
        break;
      }
      var calls = calls(policy.level(at.level), at, directory, dropped, empty);
      if (!calls.isEmpty()) {
        var due = now.plus(policy.level(at.level).escalateAfter());
        return new Plan(calls, dropped, empty, at, false, due);
      }
    }
    var reached = Math.min(at.pass, policy.passes());
    return new Plan(List.of(), dropped, empty, new Position(reached, 0), true, null);
  }

  private static Position after(Position at, EscalationPolicy policy) {
    return at.level < policy.levels().size()
        ? new Position(at.pass, at.level + 1)
        : new Position(at.pass + 1, 1);
  }

  /** Whom the level means, once each; a level that means nobody is noted with its reasons. */
  private static List<Call> calls(
      EscalationPolicy.Level level,
      Position at,
      Directory directory,
      List<DroppedCall> dropped,
      List<EmptyLevel> empty) {
    var people = new LinkedHashMap<PersonId, Call>();
    var reasons = new ArrayList<String>();
    for (var target : level.targets()) {
      var answer = directory.who(target);
      answer.people().forEach(p -> people.putIfAbsent(p, new Call(p, at, target.type())));
      answer
          .dropped()
          .forEach(d -> dropped.add(new DroppedCall(d.person(), at, target.type(), d.reason())));
      reasons.add(Objects.requireNonNullElse(answer.whyNobody(), "nobody can be reached"));
    }
    if (people.isEmpty()) {
      var target = level.targets().getFirst().type();
      empty.add(new EmptyLevel(at, target, String.join("; ", reasons)));
    }
    return List.copyOf(people.values());
  }
}
