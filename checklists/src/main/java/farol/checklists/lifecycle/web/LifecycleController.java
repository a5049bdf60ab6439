package farol.checklists.lifecycle.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Proxies;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Service;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.Stage;
import farol.checklists.gate.Gate;
import farol.checklists.gate.GateBody.ScoreBody;
import farol.checklists.lifecycle.Board;
import farol.checklists.lifecycle.Move;
import farol.checklists.lifecycle.StageMoves;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lifecycle board, and moves over it. */
@RestController
@RequestMapping("/api/v1")
class LifecycleController {
  private final Board board;
  private final StageMoves moves;
  private final Gate gate;
  private final Catalog catalog;
  private final Proxies proxies;
  private final InstantSource clock;

  LifecycleController(
      Board board,
      StageMoves moves,
      Gate gate,
      Catalog catalog,
      Proxies proxies,
      InstantSource clock) {
    this.board = board;
    this.moves = moves;
    this.gate = gate;
    this.catalog = catalog;
    this.proxies = proxies;
    this.clock = clock;
  }

  /** The board. */
  record Columns(List<ColumnBody> columns) {}

  /** One stage. */
  record ColumnBody(String stage, List<CardBody> services) {}

  /** One service on the board. */
  record CardBody(
      String slug,
      String name,
      String team,
      int tier,
      @Nullable String standing,
      ScoreBody score,
      @Nullable Instant since) {
    static CardBody of(Board.Card card) {
      var standing = card.standing();
      return new CardBody(
          card.slug(),
          card.name(),
          card.team(),
          card.tier(),
          standing == null ? null : standing.word(),
          ScoreBody.of(card.score()),
          card.since());
    }
  }

  /** Where a service stands. */
  record LifecycleBody(
      String service,
      String stage,
      @Nullable Instant since,
      boolean adopted,
      @Nullable String standing,
      @Nullable Instant graceUntil,
      List<String> notHolding) {}

  /** What a move asks. */
  record MoveRequest(@Nullable String to, @Nullable String note, @Nullable String person) {}

  /** The mail that went out. */
  record LaunchEmail(String messageId, List<String> to, @Nullable Instant sentAt) {}

  /** A move that was made. */
  record MoveBody(
      UUID id,
      String from,
      String to,
      @Nullable PersonName by,
      Instant at,
      @Nullable String verdict,
      @Nullable LaunchEmail launchEmail) {}

  @GetMapping("/lifecycle-board")
  Columns board(
      Actor actor, @RequestParam @Nullable String team, @RequestParam @Nullable Integer tier) {
    actor.mustBe(Role.VIEWER);
    return new Columns(
        board.columns(team, tier).stream()
            .map(
                column ->
                    new ColumnBody(
                        column.stage().word(), column.cards().stream().map(CardBody::of).toList()))
            .toList());
  }

  @GetMapping("/services/{slug}/lifecycle")
  LifecycleBody lifecycle(
      Actor actor, @PathVariable String slug, @RequestParam @Nullable String at) {
    actor.mustBe(Role.VIEWER);
    var service = service(slug);
    var verdict =
        gate.verdictAt(service, Stage.PRODUCTION, at == null ? clock.instant() : instant(at));
    var lifecycle = board.of(service);
    var standing = verdict.standing();
    return new LifecycleBody(
        slug,
        lifecycle.stage().word(),
        lifecycle.since(),
        lifecycle.adopted(),
        standing == null ? null : standing.word(),
        verdict.graceUntil(),
        verdict.notHolding().stream().map(one -> one.check().id()).toList());
  }

  @PostMapping("/services/{slug}/stage-moves")
  ResponseEntity<MoveBody> move(
      Actor actor, @PathVariable String slug, @RequestBody MoveRequest request) {
    var to =
        Stage.of(String.valueOf(request.to()))
            .orElseThrow(() -> Refusal.invalid("to", "is a stage such as production"));
    var move =
        moves.move(proxies.actingFor(actor, request.person()), service(slug), to, request.note());
    return ResponseEntity.created(URI.create("/api/v1/services/%s/lifecycle".formatted(slug)))
        .body(body(move));
  }

  private MoveBody body(Move move) {
    var messageId = move.messageId();
    return new MoveBody(
        move.id(),
        move.from().word(),
        move.to().word(),
        catalog.person(move.by()).map(PersonName::of).orElse(null),
        move.at(),
        move.verdict(),
        messageId == null ? null : new LaunchEmail(messageId, move.recipients(), move.sentAt()));
  }

  private Service service(String slug) {
    return catalog.service(slug).orElseThrow(() -> Refusal.notFound("Service " + slug));
  }

  private static Instant instant(String at) {
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException unreadable) {
      throw Refusal.unreadable(
          "at is an instant such as 2026-03-02T09:00:00Z, not '%s'".formatted(at));
    }
  }
}
