package farol.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import farol.alerting.alert.AlertState;
import farol.console.frame.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsViewTest extends ViewTest {
  private List<AlertRow> rows() {
    return find(AlertGrid.class).single().getListDataView().getItems().toList();
  }

  private AlertRow row(String summary) {
    return rows().stream().filter(row -> row.summary().equals(summary)).findFirst().orElseThrow();
  }

  @Test
  void whatNobodyHasStandsFirstAndBurns() {
    as("ana");
    var summary = triggered("Burns");

    navigate(AlertsView.class);

    assertThat(row(summary).burns()).isTrue();
    assertThat(rows().getFirst().state()).isEqualTo(AlertState.TRIGGERED);
  }

  @Test
  void theFilterStandsInTheAddress() {
    as("ana");
    var summary = triggered("Filtered");
    var unique = summary.substring("Filtered ".length());

    open("alerts", "q=" + unique);

    assertThat(rows()).extracting(AlertRow::summary).containsExactly(summary);
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    as("ana");

    open("alerts", "q=no-alert-says-this");

    assertThat(text(getCurrentView())).contains("No alert fits.");
  }

  @Test
  void takingAnAlertFromItsViewTellsWhoHasItAndResolvingEndsIt() {
    as("ana");
    var summary = triggered("Taken");
    navigate(AlertsView.class);
    var number = row(summary).number();
    UI.getCurrentOrThrow().navigate("alerts/" + number);
    assertThat(text(getCurrentView())).contains(summary, "Triggered", "Ladder");

    press("Acknowledge");
    assertThat(text(getCurrentView())).contains("You have it", "Acknowledged by Ana");
    press("Resolve");

    assertThat(text(getCurrentView())).contains("Resolved by Ana");
  }

  @Test
  void anAlertThatIsNotThereIsToldInTheFrame() {
    as("ana");

    UI.getCurrentOrThrow().navigate("alerts/999999999");

    assertThat(text(getCurrentView())).contains("There is nothing at /alerts/999999999.");
  }
}
