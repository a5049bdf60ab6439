package farol.console.security;

import farol.alerting.catalog.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in person or an accepted token, as Spring Security carries it. */
@SuppressWarnings("serial") // The session lives in this process; the actor is not serialized.
public final class FarolAuthentication extends AbstractAuthenticationToken {
  private final transient Actor actor;

  FarolAuthentication(Actor actor) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + actor.person().role().name())));
    this.actor = actor;
    setAuthenticated(true);
  }

  public Actor actor() {
    return actor;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return actor.person().handle();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FarolAuthentication that && actor.equals(that.actor);
  }

  @Override
  public int hashCode() {
    return actor.hashCode();
  }
}
