package farol.console.security;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Scope;
import farol.alerting.door.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides as whom a token acts, and how far. */
@Component
class TokenActors {
  private final ApiTokens tokens;
  private final Catalog catalog;

  TokenActors(ApiTokens tokens, Catalog catalog) {
    this.tokens = tokens;
    this.catalog = catalog;
  }

  /**
   * The acting person of a bearer token.
   *
   * @param onBehalf the handle in {@code Farol-Person}; null when the header is absent
   * @return empty when the token is unknown, over, or its person is retired
   */
  Optional<Actor> actor(String value, @Nullable String onBehalf, String from) {
    return tokens
        .recognise(value)
        .flatMap(
            token ->
                catalog
                    .person(token.person())
                    .filter(Person::active)
                    .map(owner -> actor(token, owner, onBehalf, from)));
  }

  private Actor actor(ApiToken token, Person owner, @Nullable String onBehalf, String from) {
    var limited = limited(owner, token.scope());
    if (onBehalf == null) {
      var via = token.scope() == Scope.EVIDENCE ? Actor.Via.EVIDENCE : Actor.Via.TOKEN;
      return new Actor(limited, via, null, from);
    }
    if (!limited.may(Role.ADMIN)) {
      throw Refusal.forbidden("Farol-Person takes a token of scope admin");
    }
    var person =
        catalog
            .person(onBehalf)
            .filter(Person::active)
            .orElseThrow(
                () -> Refusal.invalid("Farol-Person", "nobody has the handle " + onBehalf));
    return new Actor(person, Actor.Via.TOKEN, owner, from);
  }

  /** The person with the lesser of the token's scope and their own role. */
  static Person limited(Person person, Scope scope) {
    var most =
        switch (scope) {
          case READ, EVIDENCE -> Role.VIEWER;
          case RESPOND -> Role.MANAGER;
          case ADMIN -> Role.ADMIN;
        };
    if (most.includes(person.role())) {
      return person;
    }
    return new Person(
        person.id(),
        person.handle(),
        person.name(),
        person.email(),
        person.zone(),
        person.locale(),
        most,
        person.active());
  }
}
