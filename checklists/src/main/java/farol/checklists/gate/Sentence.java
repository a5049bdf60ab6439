package farol.checklists.gate;

import farol.checklists.checklist.Stage;
import farol.checklists.gate.Verdict.CheckVerdict;
import java.util.List;
import java.util.stream.Collectors;

/** The one sentence of a verdict. */
final class Sentence {
  private Sentence() {}

  static String of(Outcome outcome, Stage stage, boolean guarded, List<CheckVerdict> all) {
    if (!guarded) {
      return "No published checklist guards " + stage.word();
    }
    var checks =
        all.stream()
            .filter(one -> one.check().required() && one.state() != CheckState.NOT_APPLICABLE)
            .toList();
    if (checks.isEmpty()) {
      return "Nothing covers this service";
    }
    var applicable = checks.stream().filter(one -> one.state().applicable()).count();
    return switch (outcome) {
      case DENY, UNKNOWN -> notHolding(checks, applicable);
      case ALLOW_WITH_WAIVERS ->
          "%s, by waiver: %s".formatted(hold(applicable), named(checks, CheckState.WAIVED));
      case ALLOW -> hold(applicable);
    };
  }

  private static String notHolding(List<CheckVerdict> checks, long applicable) {
    var open = checks.stream().filter(one -> one.state().notHolding()).toList();
    return "%d of %d checks %s not hold: %s"
        .formatted(
            open.size(),
            applicable,
            open.size() == 1 ? "does" : "do",
            open.stream()
                .map(one -> "%s (%s)".formatted(one.check().id(), one.state().word()))
                .collect(Collectors.joining(", ")));
  }

  private static String hold(long applicable) {
    return applicable == 1 ? "The one check holds" : "All %d checks hold".formatted(applicable);
  }

  private static String named(List<CheckVerdict> checks, CheckState state) {
    return checks.stream()
        .filter(one -> one.state() == state)
        .map(one -> one.check().id())
        .collect(Collectors.joining(", "));
  }
}
