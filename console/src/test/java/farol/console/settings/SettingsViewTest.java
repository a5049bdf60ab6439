package farol.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import farol.console.frame.ViewTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettingsViewTest extends ViewTest {
  @Test
  void aTokenIsShownOnceAndRevoked() {
    // Nobody else's test makes a token for her, so there is one to revoke.
    as("uma");
    var name = "pipeline " + UUID.randomUUID();
    var settings = navigate(SettingsView.class);

    press("Make a token");
    find(TextField.class).all().getLast().setValue(name);
    press("Make it");
    assertThat(text(settings)).contains("it is not shown again", "farol_", name);

    press("Revoke");
    assertThat(text(settings)).doesNotContain(name + "read");
  }

  @Test
  void aTokenWithoutANameIsRefusedBesideTheField() {
    as("ana");
    navigate(SettingsView.class);

    press("Make a token");
    press("Make it");

    assertThat(find(TextField.class).all().getLast().isInvalid()).isTrue();
  }

  @Test
  void theSystemTellsHowPagingFares() {
    as("ana");

    assertThat(text(navigate(SystemView.class)))
        .contains("Paging engine", "Channels", "PostgreSQL", "database");
  }

  @Test
  void mailsAsComposedAreForManagers() {
    as("pia");

    assertThat(text(navigate(OutboxView.class))).contains("Outbox");
  }
}
