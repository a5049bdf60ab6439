package farol.console.security;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Scope;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people/{handle}/api-tokens")
class ApiTokenController {
  record NewToken(@Nullable String name, @Nullable String scope, @Nullable Duration expiresIn) {}

  record MadeToken(UUID id, String token, String scope, @Nullable Instant expiresAt) {}

  record ListedToken(
      UUID id,
      String name,
      String scope,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt) {}

  private final ApiTokens tokens;
  private final Catalog catalog;

  ApiTokenController(ApiTokens tokens, Catalog catalog) {
    this.tokens = tokens;
    this.catalog = catalog;
  }

  @PostMapping
  ResponseEntity<MadeToken> make(
      @PathVariable String handle, @RequestBody NewToken asked, Actor actor) {
    var made =
        tokens.make(
            handle,
            asked.name() == null ? "token" : asked.name(),
            scope(asked.scope()),
            asked.expiresIn(),
            actor);
    var token = made.token();
    return ResponseEntity.created(
            URI.create("/api/v1/people/%s/api-tokens/%s".formatted(handle, token.id())))
        .body(new MadeToken(token.id(), made.value(), word(token.scope()), token.expiresAt()));
  }

  @GetMapping
  Items<ListedToken> list(@PathVariable String handle, Actor actor) {
    var person = catalog.person(handle).orElseThrow(() -> Refusal.notFound("Person " + handle));
    if (!person.id().equals(actor.person().id())) {
      actor.mustBe(farol.alerting.catalog.Role.ADMIN);
    }
    return Items.all(tokens.of(person.id()).stream().map(ApiTokenController::listed).toList());
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> revoke(@PathVariable UUID id, Actor actor) {
    tokens.revoke(id, actor);
    return ResponseEntity.noContent().build();
  }

  private static ListedToken listed(ApiToken token) {
    return new ListedToken(
        token.id(),
        token.name(),
        word(token.scope()),
        token.createdAt(),
        token.expiresAt(),
        token.revokedAt(),
        token.lastUsedAt());
  }

  private static Scope scope(@Nullable String asked) {
    return Arrays.stream(Scope.values())
        .filter(scope -> word(scope).equals(asked))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("scope", "is one of read, respond, evidence, admin"));
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
