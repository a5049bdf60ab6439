package farol.alerting.catalog;

import farol.alerting.door.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets an administrator's token act for the person that the body of a command names. */
@Component
public class Proxies {
  private final Catalog catalog;

  public Proxies(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The actor with the rights and the name of {@code handle}; {@code actor} itself when it is null
   * or names them. Anybody but an administrator's token is refused (403), an unknown handle too
   * (422).
   */
  public Actor actingFor(Actor actor, @Nullable String handle) {
    if (handle == null || handle.equals(actor.person().handle())) {
      return actor;
    }
    var owner = actor.onBehalfBy().orElse(actor.person());
    if (actor.via() != Actor.Via.TOKEN || !owner.may(Role.ADMIN)) {
      throw Refusal.forbidden("Only a token of an administrator acts for somebody else");
    }
    var person =
        catalog
            .person(handle)
            .filter(Person::active)
            .orElseThrow(() -> Refusal.invalid("person", "names nobody: " + handle));
    return new Actor(person, Actor.Via.TOKEN, owner, actor.from());
  }
}
