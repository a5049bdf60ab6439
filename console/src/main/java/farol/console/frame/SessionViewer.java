package farol.console.frame;

import farol.alerting.catalog.Actor;
import farol.console.security.SignedIn;
import farol.console.ui.Times;
import farol.console.ui.Viewer;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The viewer of the current session. */
@Component
class SessionViewer implements Viewer {
  private final SignedIn signedIn;
  private final InstantSource clock;

  SessionViewer(SignedIn signedIn, InstantSource clock) {
    this.signedIn = signedIn;
    this.clock = clock;
  }

  @Override
  public Actor actor() {
    return signedIn.actor();
  }

  @Override
  public Times times() {
    return Times.of(person(), clock);
  }
}
