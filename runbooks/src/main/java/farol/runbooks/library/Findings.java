package farol.runbooks.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the lint finds, up to a limit. */
final class Findings {
  static final int FINDINGS_MAX = 500;

  private final List<Finding> found = new ArrayList<>();
  private int dropped;

  void add(Finding finding) {
    if (found.size() < FINDINGS_MAX) {
      found.add(finding);
    } else {
      dropped++;
    }
  }

  void error(String code, int line, String message) {
    add(Finding.error(code, line, message));
  }

  void warning(String code, int line, String message) {
    add(Finding.warning(code, line, message));
  }

  void info(String code, int line, String message) {
    add(Finding.info(code, line, message));
  }

  List<Finding> byLine() {
    var sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Finding::line));
    if (dropped > 0) {
      sorted.add(Finding.error("RB902", 0, "and %d more findings".formatted(dropped)));
    }
    return List.copyOf(sorted);
  }
}
