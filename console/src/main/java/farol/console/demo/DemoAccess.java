package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Scope;
import farol.console.security.ApiTokens;
import farol.console.security.Credentials;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How the people of the demo sign in, and the token that the guide's examples use. */
@Component
class DemoAccess implements DemoRoom {
  static final String PASSWORD = "caminho";
  static final String TOKEN = "caminho-admin-token-0123456789abcdef";

  private final Catalog catalog;
  private final Credentials credentials;
  private final ApiTokens tokens;

  DemoAccess(Catalog catalog, Credentials credentials, ApiTokens tokens) {
    this.catalog = catalog;
    this.credentials = credentials;
    this.tokens = tokens;
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    var hash = credentials.hash(PASSWORD);
    catalog.people().stream()
        .filter(person -> !person.id().equals(administrator.person().id()))
        .forEach(person -> credentials.store(person.id(), hash));
    tokens.seed(TOKEN, administrator.person().id(), "demo", Scope.ADMIN, null, administrator);
  }
}
