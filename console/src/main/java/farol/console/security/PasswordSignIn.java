package farol.console.security;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a person in by handle or e-mail address and password. */
@Component
class PasswordSignIn implements AuthenticationProvider {
  private final Catalog catalog;
  private final Credentials credentials;
  private final SignInThrottle throttle;
  private final InstantSource clock;

  PasswordSignIn(
      Catalog catalog, Credentials credentials, SignInThrottle throttle, InstantSource clock) {
    this.catalog = catalog;
    this.credentials = credentials;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    var name = asked.getName().strip().toLowerCase(Locale.ROOT);
    var origin =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "unknown";
    var now = clock.instant();
    if (!throttle.wait(name, origin, now).isZero()) {
      throw new LockedException("Too many tries; wait a moment");
    }
    var person = find(name).filter(Person::active);
    if (!credentials.matches(person.map(Person::id), String.valueOf(asked.getCredentials()))) {
      throttle.failed(name, origin, now);
      throw new BadCredentialsException("The name or the password is wrong");
    }
    throttle.succeeded(name, origin);
    return new FarolAuthentication(Actor.session(person.orElseThrow(), origin));
  }

  private java.util.Optional<Person> find(String name) {
    return name.contains("@")
        ? catalog.people().stream().filter(p -> p.email().equalsIgnoreCase(name)).findFirst()
        : catalog.person(name);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
