package farol.console.devcloud;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Keys;
import farol.console.ui.Page;
import farol.console.ui.Toast;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import farol.runbooks.devcloud.DevcloudAddress;
import farol.runbooks.devcloud.DevcloudDesk;
import farol.runbooks.devcloud.DevcloudDesk.AppSeen;
import farol.runbooks.devcloud.Fault;
import farol.runbooks.devcloud.LoggedRequest;
import farol.runbooks.devcloud.Region;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The simulated platform, drawn again whenever what is seen of it changed. */
@PermitAll
@PageTitle("Dev cloud, Farol")
@StyleSheet("devcloud.css")
@Route(value = DevcloudView.PATH, layout = MainLayout.class)
class DevcloudView extends Page {
  static final String PATH = "dev-cloud";

  private static final int LOOK_MILLIS = 2_000;
  private static final int REQUESTS_SHOWN = 8;
  private static final Duration STEP = Duration.ofMinutes(10);

  /** What one look takes in. */
  private record Seen(
      List<AppSeen> apps,
      List<Fault> faults,
      List<LoggedRequest> requests,
      List<String> lost,
      String filter) {}

  private final transient Viewer viewer;
  private final transient DevcloudDesk desk;
  private final transient DevcloudAddress address;
  private final ViewHead head = new ViewHead("Dev cloud");
  private final TextField filter = new TextField();
  private final Div regions = stack();
  private final Div side = stack();
  private transient @Nullable Seen shown;
  private @Nullable Registration looking;

  DevcloudView(Viewer viewer, DevcloudDesk desk, DevcloudAddress address) {
    this.viewer = viewer;
    this.desk = desk;
    this.address = address;
    filter.setPlaceholder("Filter apps");
    filter.setAriaLabel("Filter apps");
    filter.getElement().setAttribute("data-filter", true);
    filter.setValueChangeMode(ValueChangeMode.EAGER);
    filter.addValueChangeListener(_ -> look());
    filter.addClassName("dc-filter");
    var advance = Keys.on(button("10 min on", this::advance), "t");
    advance.addClassName("f-desk");
    head.acts(filter, advance, addButton());
    add(head, columns(regions, side));
    look();
  }

  private Button addButton() {
    var add = button("Add a fault", this::askForFault);
    add.removeThemeVariants(ButtonVariant.TERTIARY);
    add.addThemeVariants(ButtonVariant.PRIMARY);
    return Keys.on(add, "f");
  }

  private static Button button(String text, Runnable act) {
    var button = new Button(text, _ -> act.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().setPollInterval(LOOK_MILLIS);
    looking = event.getUI().addPollListener(_ -> look());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (looking != null) {
      looking.remove();
    }
  }

  private void look() {
    var status = desk.status();
    head.fact(
        "Simulated %s, %s, %s, %s"
            .formatted(
                viewer.times().seconds(status.now()),
                status.rate() == 1 ? "in real time" : "%s times as fast".formatted(status.rate()),
                Words.plural(status.apps(), "app", "apps"),
                Words.plural(status.dynos(), "dyno", "dynos")));
    var lost = new java.util.ArrayList<String>();
    for (var region : Region.values()) {
      lost.addAll(desk.lostZones(region));
    }
    var seen =
        new Seen(
            desk.apps(),
            desk.faults(),
            desk.requests(REQUESTS_SHOWN),
            List.copyOf(lost),
            filter.getValue().strip().toLowerCase(Locale.ROOT));
    if (!seen.equals(shown)) {
      shown = seen;
      draw(seen);
    }
  }

  private void draw(Seen seen) {
    regions.removeAll();
    for (var region : Region.values()) {
      var apps =
          seen.apps().stream()
              .filter(app -> app.app().region() == region)
              .filter(app -> app.app().name().contains(seen.filter()))
              .toList();
      if (!apps.isEmpty()) {
        regions.add(new RegionTable(region, apps, seen.lost()));
      }
    }
    if (regions.getComponentCount() == 0) {
      regions.add(nothing(seen));
    }
    side.removeAll();
    side.add(
        new FaultShelf(seen.faults(), viewer.times(), this::remove),
        new RequestTicker(seen.requests(), viewer.times()),
        new Addresses(address.uri(), seen.apps()));
  }

  private EmptyState nothing(Seen seen) {
    return seen.filter().isEmpty()
        ? new EmptyState(
            "A private Heroku on this machine, without an app yet.",
            "Make one with the heroku CLI: the line to copy stands at the right.")
        : new EmptyState("No app has that in its name.", "Clear the filter to see them all.");
  }

  private void advance() {
    desk.advance(viewer.actor(), STEP);
    look();
  }

  private void askForFault() {
    var names = desk.apps().stream().map(app -> app.app().name()).toList();
    new FaultDialog(
            names,
            order -> {
              var fault = desk.addFault(viewer.actor(), order);
              Toast.undoable(
                  "Added: %s.".formatted(FaultShelf.sentence(fault)), () -> remove(fault));
              look();
            })
        .open();
  }

  private void remove(Fault fault) {
    desk.removeFault(viewer.actor(), fault.id());
    Toast.show("Removed: %s.".formatted(FaultShelf.sentence(fault)));
    look();
  }
}
