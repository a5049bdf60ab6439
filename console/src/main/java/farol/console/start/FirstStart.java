package farol.console.start;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.CatalogDesk;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.PersonDraft;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Scope;
import farol.console.database.FarolHome;
import farol.console.security.ApiTokens;
import farol.console.security.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an installation needs before anybody can sign in: the first administrator, their token, and
 * in demo mode the platform Caminho. Runs before any door opens; a later start finds it done.
 */
@Component
public class FirstStart implements SmartLifecycle {
  public static final String ADMINISTRATOR = "admin";
  private static final String ORIGIN = "first start";
  private static final long LOCK = 7_204_115;

  private final Catalog catalog;
  private final CatalogDesk desk;
  private final Credentials credentials;
  private final ApiTokens tokens;
  private final FarolHome home;
  private final List<FirstStartStep> steps;
  private final TransactionTemplate transaction;
  private final org.springframework.jdbc.core.simple.JdbcClient jdbc;
  private final String adminPassword;
  private final String apiToken;
  private final boolean askInBrowser;
  private volatile boolean running;

  FirstStart(
      Catalog catalog,
      CatalogDesk desk,
      Credentials credentials,
      ApiTokens tokens,
      FarolHome home,
      List<FirstStartStep> steps,
      TransactionTemplate transaction,
      org.springframework.jdbc.core.simple.JdbcClient jdbc,
      @Value("${farol.admin-password:}") String adminPassword,
      @Value("${farol.api-token:}") String apiToken,
      @Value("${farol.first-run:false}") boolean askInBrowser) {
    this.catalog = catalog;
    this.desk = desk;
    this.credentials = credentials;
    this.tokens = tokens;
    this.home = home;
    this.steps = steps;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.adminPassword = adminPassword;
    this.apiToken = apiToken;
    this.askInBrowser = askInBrowser;
  }

  /** After the embedded servers' beans exist and before any web server accepts a request. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1_000;
  }

  @Override
  public void start() {
    transaction.executeWithoutResult(
        _ -> {
          // Two nodes may start at once on one empty database: the second waits and finds it done.
          jdbc.sql("select pg_advisory_xact_lock(:lock)")
              .param("lock", LOCK)
              .query((_, _) -> true)
              .single();
          administrator().ifPresent(this::prepare);
        });
    running = true;
  }

  private void prepare(Person administrator) {
    var actor = new Actor(administrator, Actor.Via.SYSTEM, null, ORIGIN);
    if (!apiToken.isBlank()) {
      tokens.seed(apiToken, administrator.id(), "FAROL_API_TOKEN", Scope.ADMIN, null, actor);
    }
    steps.forEach(step -> step.run(actor));
  }

  private Optional<Person> administrator() {
    var known = catalog.person(ADMINISTRATOR).or(this::anyAdministrator);
    if (known.isPresent() || (askInBrowser && adminPassword.isBlank() && apiToken.isBlank())) {
      return known;
    }
    return Optional.of(create(ADMINISTRATOR, "Administrator", "admin@localhost", null));
  }

  private Optional<Person> anyAdministrator() {
    return catalog.people().stream().filter(person -> person.may(Role.ADMIN)).findFirst();
  }

  /**
   * Makes the first administrator.
   *
   * @param password null generates one and keeps it in {@code first-sign-in.txt}
   */
  public Person create(String handle, String name, String email, @Nullable String password) {
    var person =
        desk.createFirstAdministrator(
            new PersonDraft(handle, name, email, null, null, Role.ADMIN), ORIGIN);
    credentials.set(person.id(), password == null ? givenOrGenerated(handle) : password);
    return person;
  }

  private String givenOrGenerated(String handle) {
    if (!adminPassword.isBlank()) {
      return adminPassword;
    }
    try {
      var password = home.secret("first-sign-in-password").substring(0, 20);
      java.nio.file.Files.deleteIfExists(home.path().resolve("first-sign-in-password"));
      FarolHome.writePrivately(
          home.path().resolve("first-sign-in.txt"),
          "Sign in as %s with the password %s\n".formatted(handle, password));
      return password;
    } catch (IOException failed) {
      throw new UncheckedIOException("first-sign-in.txt cannot be written", failed);
    }
  }

  /** Whether nobody exists yet, so that the first person to come must say who they are. */
  public boolean isWaiting() {
    return catalog.people().isEmpty();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
