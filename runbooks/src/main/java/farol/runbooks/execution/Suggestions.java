package farol.runbooks.execution;

import farol.runbooks.library.Parameter;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Offers the runbooks that belong to an alert, their parameters filled from its labels. */
@Service
public class Suggestions {
  private final RunbookLibrary library;

  Suggestions(RunbookLibrary library) {
    this.library = library;
  }

  /** A runbook with the values that are known before anyone types. */
  public record Suggestion(Runbook runbook, Map<String, String> params) {}

  /**
   * The published runbooks that name the alert.
   *
   * @param labels of the alert; one whose name is a parameter's name fills it
   */
  public List<Suggestion> forAlert(String alert, Map<String, String> labels) {
    return library.list().stream()
        .filter(runbook -> runbook.document().published())
        .filter(runbook -> runbook.document().alerts().contains(alert))
        .map(runbook -> new Suggestion(runbook, filled(runbook, labels)))
        .toList();
  }

  private static Map<String, String> filled(Runbook runbook, Map<String, String> labels) {
    var values = new LinkedHashMap<String, String>();
    for (var parameter : runbook.document().params()) {
      var value = labels.getOrDefault(parameter.name(), orEmpty(parameter));
      if (!value.isEmpty()) {
        values.put(parameter.name(), value);
      }
    }
    return values;
  }

  private static String orEmpty(Parameter parameter) {
    var value = parameter.defaultValue();
    return value == null ? "" : value;
  }
}
