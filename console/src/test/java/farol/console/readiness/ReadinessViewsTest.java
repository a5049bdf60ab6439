package farol.console.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.checklists.evidence.EvidenceLog;
import farol.checklists.evidence.EvidenceLog.Push;
import farol.checklists.evidence.Result;
import farol.console.HouseTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@HouseTest
class ReadinessViewsTest extends SpringBrowserlessTest {
  private static final String CHECKOUT = "services/checkout/readiness";
  @Autowired AuthenticationProvider signIn;
  @Autowired Catalog catalog;
  @Autowired EvidenceLog evidence;

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void theBoardShowsEveryStageAndWhoFallsShort() {
    as("max");

    var board = text(navigate(ReadinessView.class));

    assertThat(board)
        .contains("Prototype", "Development", "Beta", "Production", "Deprecated", "Sunset")
        .contains("Key-value", "Degraded", "Grace until", "live and short of production");
  }

  @Test
  void whoDoesNotManageTheTeamSeesWhyTheyCannotLaunch() {
    as("ana");

    navigate(CHECKOUT, ServiceReadinessView.class);

    assertThat(button("Launch").isEnabled()).isFalse();
    assertThat(button("Attest").isEnabled()).isFalse();
    assertThat(button("Attest").getElement().getAttribute("title"))
        .isEqualTo("This takes a responder of the team that owns checkout");
  }

  @Test
  void theTwoThingsThatStandBetweenCheckoutAndProductionAreProved() {
    as("max");
    var page = navigate(CHECKOUT, ServiceReadinessView.class);
    assertThat(text(page))
        .contains(
            "Two things stand between", "Denied", "6 of 8 checks pass", "Two checks do not hold");

    button("Attest").click();
    find(TextArea.class).single().setValue("too short");
    find(TextField.class).single().setValue("https://tickets.caminho.example/7");
    dialogs("Attest").click();
    assertThat(find(TextArea.class).single().getErrorMessage()).contains("20 to 2,000");
    find(TextArea.class).single().setValue("Asked the security team on Monday");
    dialogs("Attest").click();
    assertThat(text(page)).contains("One thing stands between");

    proved("enforces-ssl");
    var again = navigate(CHECKOUT, ServiceReadinessView.class);

    assertThat(text(again)).contains("Nothing stands between", "Allowed", "8 of 8 checks pass");
    assertThat(button("Launch").isEnabled()).isTrue();
  }

  private void proved(String check) {
    evidence.push(
        Actor.session(catalog.person("admin").orElseThrow(), "test"),
        catalog.service("checkout").orElseThrow(),
        new Push(check, Result.PASS, "Proved", "https://ci.example/1", Map.of(), null, null));
  }

  private Button button(String text) {
    return find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button " + text));
  }

  /** The button of the dialog that was opened last. */
  private Button dialogs(String text) {
    return find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("No button " + text));
  }

  private void as(String person) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person, "caminho")));
  }

  private static String text(Component view) {
    return view.getElement().getTextRecursively();
  }
}
