package farol.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import farol.console.House;
import farol.console.HouseTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A view opened by a person of the demo, over the running house. */
@HouseTest
public abstract class ViewTest extends SpringBrowserlessTest {
  @Autowired private AuthenticationProvider signIn;
  @LocalServerPort private int port;

  protected void as(String person) {
    as(person, "caminho");
  }

  protected void as(String person, String password) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person, password)));
  }

  /** The session ends first: what a view re-reads until then, it reads for its person. */
  @AfterEach
  @Override
  protected void cleanVaadinEnvironment() {
    super.cleanVaadinEnvironment();
    SecurityContextHolder.clearContext();
  }

  /** Opens an address with its query. */
  protected static void open(String path, String query) {
    UI.getCurrentOrThrow().navigate(path, QueryParameters.fromString(query));
  }

  /** Triggers an alert on the router, as a PagerDuty client would, and answers its summary. */
  protected String triggered(String words) {
    var summary = words + " " + UUID.randomUUID();
    var answer =
        new House("http://localhost:" + port, "")
            .post(
                "/v2/enqueue",
                """
                {"routing_key": "caminhoPagerDutyRouter0000000001", "event_action": "trigger",
                 "payload": {"summary": "%s", "source": "a test", "severity": "critical"}}
                """
                    .formatted(summary));
    assertThat(answer.statusCode()).isEqualTo(202);
    return summary;
  }

  protected void press(String text) {
    find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text) && button.isEnabled())
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("No button " + text))
        .click();
  }

  protected static String text(HasElement view) {
    return view.getElement().getTextRecursively();
  }
}
