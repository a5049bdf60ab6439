package farol.console.security;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The acting person of the current session or request, read afresh so that a changed role counts.
 */
@Component
public class SignedIn {
  private final Catalog catalog;

  SignedIn(Catalog catalog) {
    this.catalog = catalog;
  }

  public Optional<Actor> current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof FarolAuthentication signed
        ? fresh(signed.actor())
        : Optional.empty();
  }

  /** The acting person of a place that only signed-in people reach. */
  public Actor actor() {
    return current().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
  }

  private Optional<Actor> fresh(Actor actor) {
    if (actor.via() != Actor.Via.SESSION) {
      return Optional.of(actor);
    }
    return catalog
        .person(actor.person().id())
        .filter(Person::active)
        .map(person -> Actor.session(person, actor.from()));
  }
}
