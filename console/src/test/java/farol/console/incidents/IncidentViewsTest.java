package farol.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import farol.console.HouseTest;
import farol.console.frame.Declares;
import farol.incidents.command.IncidentState;
import farol.incidents.retrospective.RetrospectiveState;
import farol.incidents.room.IncidentBoard;
import farol.incidents.room.IncidentLine;
import farol.incidents.room.ReviewBoard;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@HouseTest
class IncidentViewsTest extends SpringBrowserlessTest {
  @Autowired AuthenticationProvider signIn;
  @Autowired Declares declares;
  @Autowired IncidentBoard board;
  @Autowired ReviewBoard reviews;

  private void as(String person) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person, "caminho")));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  private void press(String text) {
    find(Button.class).all().stream()
        .filter(button -> button.getText().equals(text) && button.isEnabled())
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("No button " + text))
        .click();
  }

  private static String text(Component view) {
    return view.getElement().getTextRecursively();
  }

  private IncidentLine declared(String title) {
    navigate(IncidentsView.class);
    declares.open(UI.getCurrentOrThrow(), Optional.empty());
    find(TextField.class).all().stream()
        .filter(field -> "What is wrong".equals(field.getLabel()))
        .findFirst()
        .orElseThrow()
        .setValue(title);
    press("Declare");
    return board.open().stream()
        .filter(line -> line.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsThePastOfTheDemoWithItsReviews() {
    as("dee");

    var list = text(navigate(IncidentsView.class));
    var retrospectives = text(navigate(RetrospectivesView.class));

    assertThat(list).contains("Builds wait longer than 20 minutes", "Waits for a manager");
    assertThat(retrospectives).contains("To write", "Overdue", "Delete caches with their app");
  }

  @Test
  void leadsAnIncidentFromTheDialogToTheRetrospective() {
    as("dee");
    var title = "Checkout is slow " + UUID.randomUUID();
    var declared = declared(title);
    assertThat(declared.commander()).isNotNull();
    var room = navigate("incidents/" + declared.number(), IncidentRoomView.class);
    assertThat(text(room)).contains(title, "Dee takes command", "Nothing said for");

    press("Mitigate");
    assertThat(text(room)).contains("Mitigated");
    press("Resolve");
    press("Resolve");

    var over = board.room(declared.number()).orElseThrow();
    assertThat(over.incident().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(over.retrospective()).isEqualTo(RetrospectiveState.DRAFT);
    var retrospective =
        navigate(
            "incidents/%d/retrospective".formatted(declared.number()), RetrospectiveView.class);
    assertThat(text(retrospective)).contains("In short", title, "To write", "Send to review");
    press("Send to review");
    assertThat(text(retrospective)).contains("Name a facilitator.");
  }

  @Test
  void aManagerApprovesWhatWaits() {
    as("nia");
    var waiting =
        reviews.latest().stream()
            .filter(line -> line.state() == RetrospectiveState.IN_REVIEW)
            .findFirst()
            .orElseThrow();
    var number = waiting.incident().number();
    var page = navigate("incidents/%d/retrospective".formatted(number), RetrospectiveView.class);

    press("Approve");

    assertThat(text(page)).contains("Reviewed", "Approved by");
    press("Return to draft");
    find(com.vaadin.flow.component.textfield.TextArea.class).all().stream()
        .filter(area -> "Comment".equals(area.getLabel()))
        .findFirst()
        .orElseThrow()
        .setValue("Tell how the backup was stopped.");
    press("Return to draft");
    assertThat(text(page)).contains("Draft", "Tell how the backup was stopped.");
  }

  @Test
  void whoOnlyWatchesIsOfferedNothingToPress() {
    as("dee");
    var line = declared("Watched " + UUID.randomUUID());
    as("ana");

    var room = navigate("incidents/" + line.number(), IncidentRoomView.class);

    assertThat(find(Button.class).all()).noneMatch(button -> button.getText().equals("Mitigate"));
    assertThat(text(room)).contains("Take it");
  }
}
