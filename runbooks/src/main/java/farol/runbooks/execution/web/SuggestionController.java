package farol.runbooks.execution.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.runbooks.execution.Suggestions;
import farol.runbooks.library.web.RunbookAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which runbooks belong to an alert. */
@RestController
class SuggestionController {
  private static final String LABEL = "label.";

  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  /** A runbook with its parameters filled. */
  record SuggestionAnswer(RunbookAnswer runbook, Map<String, String> params) {}

  @GetMapping("/api/v1/runbook-suggestions")
  Items<SuggestionAnswer> forAlert(
      Actor actor, @RequestParam String alert, @RequestParam Map<String, String> all) {
    actor.mustBe(Role.VIEWER);
    var labels = new LinkedHashMap<String, String>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(LABEL)) {
            labels.put(name.substring(LABEL.length()), value);
          }
        });
    return Items.all(
        suggestions.forAlert(alert, labels).stream()
            .map(s -> new SuggestionAnswer(RunbookAnswer.of(s.runbook()), s.params()))
            .toList());
  }
}
