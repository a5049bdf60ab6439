package farol.runbooks.library.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.runbooks.library.DocumentParser;
import farol.runbooks.library.Finding;
import farol.runbooks.library.MarkdownRenderer;
import farol.runbooks.library.Parameter;
import farol.runbooks.library.RunbookDocument;
import farol.runbooks.library.Validation;
import farol.runbooks.library.web.RunbookAnswer.StepAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads a document and says what it is and what is wrong with it, without storing anything. */
@RestController
@RequestMapping("/api/v1/runbook-validations")
class ValidationController {
  private static final String PATH_DEFAULT = "runbook.md";

  private final MarkdownRenderer renderer;

  ValidationController(MarkdownRenderer renderer) {
    this.renderer = renderer;
  }

  /** A document to look at. */
  record Candidate(@Nullable String markdown, @Nullable String path, @Nullable Boolean render) {}

  /** The verdict. */
  record Verdict(
      String kind,
      boolean valid,
      String id,
      String title,
      List<Map<String, Object>> params,
      List<RunbookDocument.Heading> headings,
      List<RunbookDocument.CodeBlock> codeBlocks,
      List<RunbookDocument.Command> commands,
      List<RunbookDocument.Placeholder> placeholders,
      List<StepAnswer> steps,
      List<Finding> findings,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String html) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Verdict validate(Actor actor, @RequestBody Candidate body) {
    actor.mustBe(Role.VIEWER);
    if (body.markdown() == null) {
      throw Refusal.invalid("markdown", "is required");
    }
    return verdict(
        body.markdown(),
        body.path() == null ? PATH_DEFAULT : body.path(),
        Boolean.TRUE.equals(body.render()));
  }

  @PostMapping(consumes = {"text/markdown", MediaType.TEXT_PLAIN_VALUE})
  Verdict validateText(
      Actor actor,
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestParam(defaultValue = "false") boolean render) {
    actor.mustBe(Role.VIEWER);
    return verdict(text(body == null ? new byte[0] : body), PATH_DEFAULT, render);
  }

  private static String text(byte[] body) {
    if (body.length > DocumentParser.MARKDOWN_MAX) {
      throw Refusal.tooLarge("A runbook has at most 256 KiB of Markdown");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException broken) {
      throw Refusal.invalid("markdown", "is text in UTF-8");
    }
  }

  private Verdict verdict(String markdown, String path, boolean render) {
    Validation.checkText(markdown);
    var document = DocumentParser.parse(markdown, path);
    return new Verdict(
        document.kind(),
        document.valid(),
        document.id(),
        document.title(),
        document.params().stream().map(Parameter::described).toList(),
        document.headings(),
        document.codeBlocks(),
        document.commands(),
        document.placeholders(),
        document.steps().stream().map(StepAnswer::of).toList(),
        document.findings(),
        render ? renderer.html(document.body()) : null);
  }
}
