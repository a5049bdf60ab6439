package farol.console.security;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.PersonId;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Scope;
import farol.alerting.door.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists, revokes and recognises API tokens. */
@Service
public class ApiTokens {
  public static final int NAME_MAX = 100;
  private static final int TOKEN_BYTES = 32;

  /** A token just made; its value is never shown again. */
  public record Made(ApiToken token, String value) {}

  private final JdbcApiTokens tokens;
  private final Catalog catalog;
  private final Audit audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ApiTokens(JdbcApiTokens tokens, Catalog catalog, Audit audit, InstantSource clock) {
    this.tokens = tokens;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a token for the person: an administrator for anybody, everybody for themselves. */
  @Transactional
  public Made make(
      String handle, String name, Scope scope, @Nullable Duration expiresIn, Actor actor) {
    var person = catalog.person(handle).orElseThrow(() -> Refusal.notFound("Person " + handle));
    if (!person.id().equals(actor.person().id()) || actor.isProxy()) {
      actor.mustBe(Role.ADMIN);
    }
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw Refusal.invalid("name", "has 1 to %d characters".formatted(NAME_MAX));
    }
    if (scope == Scope.ADMIN && !person.may(Role.ADMIN)) {
      throw Refusal.invalid("scope", "admin needs a person with the role admin");
    }
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var value = "farol_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Made(seed(value, person.id(), name, scope, expiresIn, actor), value);
  }

  /** Stores a token whose value is given from outside; a second time it changes nothing. */
  @Transactional
  public ApiToken seed(
      String value,
      PersonId person,
      String name,
      Scope scope,
      @Nullable Duration expiresIn,
      Actor actor) {
    var now = clock.instant();
    var expiresAt = expiresIn == null ? null : now.plus(expiresIn);
    var creator = actor.onBehalfBy().orElse(actor.person()).id();
    var token =
        new ApiToken(UUID.randomUUID(), person, name, scope, creator, now, expiresAt, null, null);
    if (tokens.add(token, hash(value))) {
      audit.record(
          actor,
          now,
          "token.made",
          "token/" + token.id(),
          null,
          Map.of("name", name, "scope", scope));
    }
    return token;
  }

  public List<ApiToken> of(PersonId person) {
    return tokens.of(person);
  }

  @Transactional
  public void revoke(UUID id, Actor actor) {
    var token = tokens.find(id).orElseThrow(() -> Refusal.notFound("The token"));
    if (!token.person().equals(actor.person().id())) {
      actor.mustBe(Role.ADMIN);
    }
    var now = clock.instant();
    tokens.revoke(id, now);
    audit.record(actor, now, "token.revoked", "token/" + id, null, null);
  }

  /** The valid token of this value, noting that it was used. */
  Optional<ApiToken> recognise(String value) {
    var now = clock.instant();
    var found = tokens.find(hash(value)).filter(token -> token.validAt(now));
    found.ifPresent(token -> noteUse(token, now));
    return found;
  }

  private void noteUse(ApiToken token, Instant now) {
    var last = token.lastUsedAt();
    if (last == null || last.isBefore(now.minusSeconds(60))) {
      tokens.used(token.id(), now);
    }
  }

  static byte[] hash(String value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
