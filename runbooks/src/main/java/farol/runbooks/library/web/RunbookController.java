package farol.runbooks.library.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runbooks as resources; the ETag is the git blob of the text. */
@RestController
@RequestMapping("/api/v1/runbooks")
class RunbookController {
  private final RunbookLibrary library;

  RunbookController(RunbookLibrary library) {
    this.library = library;
  }

  /** A new runbook. */
  record Creation(@Nullable String path, @Nullable String markdown, @Nullable String message) {}

  /** A changed text. */
  record Edit(@Nullable String markdown, @Nullable String message) {}

  /** What a list is narrowed to. */
  record Query(
      @Nullable String q,
      @Nullable String service,
      @Nullable String alert,
      @Nullable String stage,
      @Nullable String kind,
      @Nullable String freshness) {
    boolean takes(Runbook runbook) {
      var document = runbook.document();
      return (service == null || document.services().contains(service))
          && (alert == null || document.alerts().contains(alert))
          && (stage == null || document.stage().equals(stage))
          && (kind == null || document.kind().equals(kind))
          && (freshness == null || runbook.freshness().state().equals(freshness))
          && (q == null || mentions(runbook, q.toLowerCase(Locale.ROOT)));
    }

    private static boolean mentions(Runbook runbook, String words) {
      return runbook.id().contains(words)
          || runbook.markdown().toLowerCase(Locale.ROOT).contains(words);
    }
  }

  @GetMapping
  Items<RunbookAnswer> list(
      Actor actor,
      Query query,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    actor.mustBe(Role.VIEWER);
    var size = limit == null ? Items.LIMIT_MAX : Items.limit(limit);
    var rows = new ArrayList<RunbookAnswer>();
    var passed = after == null;
    for (var runbook : library.list()) {
      if (passed && query.takes(runbook)) {
        if (rows.size() == size) {
          return new Items<>(rows, rows.getLast().id());
        }
        rows.add(RunbookAnswer.of(runbook));
      }
      passed |= runbook.id().equals(after);
    }
    return new Items<>(rows, null);
  }

  @PostMapping
  ResponseEntity<RunbookAnswer> create(Actor actor, @RequestBody Creation body) {
    var runbook =
        library.create(
            actor,
            required("path", body.path()),
            required("markdown", body.markdown()),
            body.message() == null ? "" : body.message());
    return ResponseEntity.created(URI.create("/api/v1/runbooks/" + runbook.id()))
        .eTag(runbook.blob())
        .body(whole(runbook));
  }

  @GetMapping("/{id}")
  ResponseEntity<RunbookAnswer> one(
      Actor actor,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String commit) {
    actor.mustBe(Role.VIEWER);
    var runbook = library.get(id, commit);
    return ResponseEntity.ok().eTag(runbook.blob()).body(whole(runbook));
  }

  @PutMapping("/{id}")
  ResponseEntity<RunbookAnswer> edit(
      Actor actor,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestBody Edit body) {
    var runbook =
        library.save(
            actor,
            id,
            blob(match),
            required("markdown", body.markdown()),
            body.message() == null ? "" : body.message());
    return ResponseEntity.ok().eTag(runbook.blob()).body(whole(runbook));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(
      Actor actor,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
    library.remove(actor, id, blob(match));
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/{id}/history")
  Items<RunbookLibrary.Commit> history(Actor actor, @PathVariable String id) {
    actor.mustBe(Role.VIEWER);
    return Items.all(library.history(id));
  }

  @GetMapping(path = "/{id}/markdown", produces = "text/markdown")
  ResponseEntity<String> markdown(Actor actor, @PathVariable String id) {
    actor.mustBe(Role.VIEWER);
    var runbook = library.get(id);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "markdown", java.nio.charset.StandardCharsets.UTF_8))
        .eTag(runbook.blob())
        .body(runbook.markdown());
  }

  private RunbookAnswer whole(Runbook runbook) {
    return RunbookAnswer.of(runbook, runbook.markdown(), library.html(runbook));
  }

  /** The blob of an {@code If-Match}, with or without quotes and the mark of a weak tag. */
  private static @Nullable String blob(@Nullable String match) {
    return match == null ? null : match.strip().replaceFirst("^W/", "").replace("\"", "");
  }

  private static String required(String field, @Nullable String value) {
    if (value == null) {
      throw Refusal.invalid(List.of(new Refusal.FieldError(field, "is required")));
    }
    return value;
  }
}
