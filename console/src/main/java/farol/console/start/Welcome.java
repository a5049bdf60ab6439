package farol.console.start;

import farol.console.database.FarolHome;
import java.nio.file.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started Farol where it is and how to sign in, once it is ready. */
@Component
class Welcome {
  private final FarolHome home;
  private final FirstStart firstStart;
  private final Environment environment;
  private final boolean isQuiet;

  Welcome(
      FarolHome home,
      FirstStart firstStart,
      Environment environment,
      @Value("${farol.welcome:true}") boolean welcome) {
    this.home = home;
    this.firstStart = firstStart;
    this.environment = environment;
    this.isQuiet = !welcome;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    var taken = event.getTimeTaken();
    if (!isQuiet) {
      System.out.println(text(taken == null ? 0 : taken.toMillis()));
    }
  }

  private String text(long millis) {
    var demo = environment.getProperty("farol.demo", Boolean.class, false);
    var console = "http://localhost:" + environment.getProperty("local.server.port");
    var key = demo ? "caminhoPagerDutyRouter0000000001" : "KEY of an integration (Catalog)";
    return """

        Farol is ready, %d.%d s after its start.

          Console      %s
          Status page  http://localhost:%s
          Dev cloud    http://localhost:%s
          Sign in      %s
          First alert  curl -sS %s/v2/enqueue -d '{"routing_key":"%s","event_action":"trigger","payload":{"summary":"Hello","source":"me","severity":"critical"}}'
          Log          %s

        Ctrl-C stops everything; nothing is lost."""
        .formatted(
            millis / 1000,
            millis % 1000 / 100,
            console,
            environment.getProperty("farol.status.port"),
            environment.getProperty("farol.devcloud.port"),
            signIn(demo),
            console,
            key,
            home.path().resolve("log/farol.log"));
  }

  private String signIn(boolean demo) {
    if (firstStart.isWaiting()) {
      return "open the console: it asks who you are";
    }
    var file = home.path().resolve("first-sign-in.txt");
    var admin =
        Files.exists(file)
            ? "admin with the password in " + file
            : "admin with FAROL_ADMIN_PASSWORD";
    return demo ? "ana, or any other name of the demo, password caminho; " + admin : admin;
  }
}
