package farol.console.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import farol.console.HouseTest;
import farol.statuspage.component.State;
import farol.statuspage.incident.PostState;
import farol.statuspage.incident.PublicStatus;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@HouseTest
class PageViewsTest extends SpringBrowserlessTest {
  @Autowired AuthenticationProvider signIn;
  @Autowired Desk desk;

  @BeforeEach
  void signIn() {
    as("ida");
  }

  private void as(String handle) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(handle, "caminho")));
  }

  @SuppressWarnings("unchecked")
  private <T> Select<T> select(Predicate<Select<?>> wanted) {
    for (Select<?> one : find(Select.class).all()) {
      if (wanted.test(one)) {
        return (Select<T>) one;
      }
    }
    throw new AssertionError("No such field");
  }

  private Select<State> pick(String component) {
    return select(one -> one.getAriaLabel().orElse("").startsWith(component + ","));
  }

  private Button button(String text) {
    return find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDeskSaysWhatCustomersRead() {
    var view = navigate(PageDeskView.class);

    assertThat(view.getElement().getTextRecursively())
        .contains("components", "HTTP routing", "What is live", "Last resolved");
  }

  @Test
  void pickingAComponentAndItsStateLeavesNothingToType() {
    navigate("status-page/new", PostComposerView.class);

    pick("Key-value").setValue(State.DEGRADED_PERFORMANCE);

    assertThat(find(TextArea.class).single().getValue())
        .isEqualTo("We see Key-value slow or failing at times and are looking into it.");
    assertThat(find(H3.class).single().getText()).isEqualTo("Key-value: degraded");

    button("Publish").click();

    var told =
        desk.incidents().open().stream()
            .filter(incident -> incident.name().equals("Key-value: degraded"))
            .findFirst()
            .orElseThrow();
    assertThat(told.isPublic()).isTrue();
    assertThat(getCurrentView()).isInstanceOf(PublicIncidentView.class);

    navigate("status-page/incidents/" + told.id() + "/post", PostComposerView.class);
    this.<PublicStatus>select(one -> "Status".equals(one.getLabel()))
        .setValue(PublicStatus.RESOLVED);
    button("Publish").click();
    assertThat(desk.incidents().incident(told.id()).isOpen()).isFalse();
  }

  @Test
  void aRefusalStandsWhereTheActWas() {
    navigate("status-page/new", PostComposerView.class);

    button("Publish").click();

    assertThat(getCurrentView()).isInstanceOf(PostComposerView.class);
    assertThat(((PostComposerView) getCurrentView()).getElement().getTextRecursively())
        .contains("name what is affected, or set impact to none");
  }

  @Test
  void aResponderAsksForApprovalAndACommanderGivesIt() {
    as("ana");
    navigate("status-page/new", PostComposerView.class);
    pick("Dashboard and API").setValue(State.PARTIAL_OUTAGE);
    button("Ask for approval").click();
    var waiting = desk.posts().waiting().getLast();
    assertThat(waiting.state()).isEqualTo(PostState.DRAFT);

    as("ida");
    navigate(PublicIncidentView.class, Map.of("incident", waiting.incidentId()));
    button("Approve").click();
    assertThat(desk.posts().post(waiting.id()).state()).isEqualTo(PostState.APPROVED);
    button("Discard").click();

    assertThat(desk.posts().post(waiting.id()).state()).isEqualTo(PostState.DISCARDED);
  }
}
