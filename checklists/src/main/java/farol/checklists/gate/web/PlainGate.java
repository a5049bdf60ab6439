package farol.checklists.gate.web;

import farol.checklists.gate.GateBody;
import farol.checklists.gate.GateBody.CheckBody;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict as lines of text: one a check, the verdict last. */
final class PlainGate {
  private PlainGate() {}

  static String of(GateBody body) {
    return body.checks().stream().map(PlainGate::line).collect(Collectors.joining())
        + "%s: %s\n".formatted(body.verdict().toUpperCase(Locale.ROOT), body.reason());
  }

  private static String line(CheckBody check) {
    var reason = check.reason() == null ? "" : check.reason().replaceAll("\\s+", " ");
    return "%-7s %s  %s".formatted(word(check), check.id(), reason).stripTrailing() + "\n";
  }

  private static String word(CheckBody check) {
    return switch (check.state()) {
      case "passing" -> "PASS";
      case "failing" -> "FAIL";
      case "not-applicable" -> "N/A";
      case "at-launch" -> "LAUNCH";
      case String other -> other.toUpperCase(Locale.ROOT);
    };
  }
}
