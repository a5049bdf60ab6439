package farol.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import farol.console.frame.ViewTest;
import org.junit.jupiter.api.Test;

class SettingsViewTest extends ViewTest {
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
