package farol.console.devcloud;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import farol.console.ui.AskDialog;
import farol.runbooks.devcloud.FaultKind;
import farol.runbooks.devcloud.FaultMatch;
import farol.runbooks.devcloud.FaultOrder;
import farol.runbooks.devcloud.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what shall go wrong, where and for how long. */
class FaultDialog {
  private static final String EVERYWHERE = "Everywhere";

  private final Select<FaultKind> kind = new Select<>();
  private final Select<String> place = new Select<>();
  private final ComboBox<String> app = new ComboBox<>("App");
  private final IntegerField times = new IntegerField("Requests it hits");
  private final IntegerField minutes = new IntegerField("Minutes it lasts");
  private final AskDialog dialog;

  FaultDialog(List<String> apps, Consumer<FaultOrder> add) {
    kind.setLabel("What goes wrong");
    kind.setItems(FaultKind.values());
    kind.setItemLabelGenerator(FaultKind::wire);
    kind.setValue(FaultKind.ZONE_LOSS);
    kind.addValueChangeListener(event -> fit(event.getValue()));
    place.setLabel("Where");
    place.setItems(places());
    place.setValue(Region.US.zones().get(1));
    app.setItems(apps);
    app.setHelperText("Empty: every app.");
    times.setMin(1);
    times.setHelperText("Empty: all of them.");
    minutes.setMin(1);
    minutes.setHelperText("Empty: until it is removed.");
    fit(FaultKind.ZONE_LOSS);
    dialog =
        new AskDialog(
            "Add a fault", "Add", () -> add.accept(order()), kind, place, app, times, minutes);
  }

  void open() {
    dialog.open();
  }

  /** Only requests are counted; a zone or a region is lost for every app in it. */
  private void fit(FaultKind wanted) {
    times.setVisible(wanted.ofRequests());
    app.setVisible(wanted != FaultKind.ZONE_LOSS && wanted != FaultKind.REGION_LOSS);
  }

  private static List<String> places() {
    var places = new ArrayList<String>();
    places.add(EVERYWHERE);
    for (var region : Region.values()) {
      places.add(region.alias());
      places.addAll(region.zones());
    }
    return places;
  }

  private FaultOrder order() {
    var plain = FaultOrder.of(kind.getValue(), match());
    return new FaultOrder(
        plain.kind(),
        plain.match(),
        times.isVisible() ? times.getValue() : null,
        plain.probability(),
        minutes.getValue() == null ? null : Duration.ofMinutes(minutes.getValue()),
        plain.latency(),
        plain.status(),
        plain.errorId(),
        plain.factor());
  }

  private FaultMatch match() {
    var named = place.getValue();
    return new FaultMatch(
        null,
        null,
        app.isVisible() ? blankToNull(app.getValue()) : null,
        null,
        Region.named(named).orElse(null),
        Region.ofZone(named).isPresent() ? named : null);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
