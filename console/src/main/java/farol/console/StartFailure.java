package farol.console;

import farol.console.start.StartRefused;
import java.net.BindException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line on the error stream why Farol did not start, and ends with code 1. */
public final class StartFailure {
  private StartFailure() {}

  /** Never returns, except when Spring only leaves a training run. */
  public static void tell(RuntimeException failed) {
    if (failed instanceof SpringApplication.AbandonedRunException) {
      throw failed;
    }
    LoggerFactory.getLogger(StartFailure.class).error("Farol did not start", failed);
    System.err.println("farol: " + line(failed));
    System.exit(1);
  }

  static String line(Throwable failed) {
    var deepest = failed;
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof StartRefused) {
        return String.valueOf(at.getMessage());
      }
      if (at instanceof PortInUseException taken) {
        return "Port %d is in use: stop what listens there, or set FAROL_PORT to another."
            .formatted(taken.getPort());
      }
      if (at instanceof BindException) {
        return oneLine(deepest.getMessage() == null ? at : deepest);
      }
      deepest = at;
    }
    return oneLine(deepest) + " (the log has the details)";
  }

  private static String oneLine(Throwable failure) {
    var message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
