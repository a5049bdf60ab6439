package farol.runbooks.library.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.door.PersonName;
import farol.runbooks.library.Finding;
import farol.runbooks.library.Freshness;
import farol.runbooks.library.Parameter;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A runbook as the API answers it; Markdown and HTML only where one was asked for. */
public record RunbookAnswer(
    String id,
    String path,
    String kind,
    String title,
    @Nullable String owner,
    List<String> services,
    List<String> alerts,
    String stage,
    String commit,
    String blob,
    Instant updatedAt,
    PersonName updatedBy,
    List<Map<String, Object>> params,
    List<StepAnswer> steps,
    List<Finding> findings,
    Freshness freshness,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String markdown,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String html) {
  /** A step as the API answers it. */
  public record StepAnswer(String id, Step.Kind kind, String verb, int line, boolean mutating) {
    static StepAnswer of(Step step) {
      return new StepAnswer(step.id(), step.kind(), step.verb(), step.line(), step.mutating());
    }
  }

  public static RunbookAnswer of(Runbook runbook) {
    return of(runbook, null, null);
  }

  static RunbookAnswer of(Runbook runbook, @Nullable String markdown, @Nullable String html) {
    var document = runbook.document();
    return new RunbookAnswer(
        document.id(),
        runbook.path(),
        document.kind(),
        document.title(),
        document.owner(),
        document.services(),
        document.alerts(),
        document.stage(),
        runbook.commit(),
        runbook.blob(),
        runbook.updatedAt(),
        runbook.updatedBy(),
        document.params().stream().map(Parameter::described).toList(),
        document.steps().stream().map(StepAnswer::of).toList(),
        document.findings(),
        runbook.freshness(),
        markdown,
        html);
  }
}
