package farol.console.readiness;

import farol.checklists.checklist.Stage;
import farol.checklists.gate.Verdict;
import farol.console.ui.Times;
import farol.console.ui.Words;

/** The one sentence over a service's page. */
final class ServiceSentence {
  private ServiceSentence() {}

  static String of(String name, Verdict verdict, Times times) {
    var open = verdict.notHolding().size();
    if (verdict.service().stage().live()) {
      return live(name, verdict, open, times);
    }
    if (verdict.checks().isEmpty()) {
      return "Nothing covers %s.".formatted(name);
    }
    return open == 0
        ? "Nothing stands between %s and production.".formatted(name)
        : "%s between %s and production."
            .formatted(Words.count(open, "thing stands", "things stand"), name);
  }

  private static String live(String name, Verdict verdict, int open, Times times) {
    var where = verdict.service().stage() == Stage.PRODUCTION ? "in production" : "deprecated";
    var standing = verdict.standing();
    var until = verdict.graceUntil();
    if (standing == null || until == null) {
      return "%s is %s and everything holds.".formatted(name, where);
    }
    var what = Words.count(open, "thing does not hold", "things do not hold");
    return switch (standing) {
      case GOOD -> "%s is %s and everything holds.".formatted(name, where);
      case GRACE ->
          "%s; %s is %s, in grace until %s.".formatted(what, name, where, times.day(until));
      case DEGRADED ->
          "%s; %s is %s, degraded since %s.".formatted(what, name, where, times.day(until));
    };
  }
}
