package farol.console.alerts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import farol.alerting.alert.AlertBoard;
import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.AlertDetail;
import farol.alerting.alert.AlertState;
import farol.console.frame.Declares;
import farol.console.frame.MainLayout;
import farol.console.ui.CopyId;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.RefusalLine;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** One alert: what it says, whom it woke, and the one thing to do. */
@PermitAll
@Route(value = "alerts", layout = MainLayout.class)
class AlertView extends Page implements HasUrlParameter<Long>, HasDynamicTitle {
  private final transient Viewer viewer;
  private final transient AlertBoard board;
  private final transient LadderRungs rungs;
  private final transient Optional<Declares> declares;
  private final transient AlertActs acts;
  private final RefusalLine refusal = new RefusalLine();
  private long number;

  AlertView(
      Viewer viewer,
      AlertBoard board,
      AlertDesk desk,
      LadderRungs rungs,
      Live live,
      ObjectProvider<Declares> declares) {
    this.viewer = viewer;
    this.board = board;
    this.rungs = rungs;
    this.declares = Optional.ofNullable(declares.getIfAvailable());
    acts = new AlertActs(viewer, desk, refusal, this::draw);
    addClassName("f-alert-page");
    live.on(this, Topic.ALERTS, this::draw);
  }

  @Override
  public void setParameter(BeforeEvent event, Long number) {
    this.number = number;
    if (board.alert(number).isEmpty()) {
      throw new NotFoundException("There is no alert #" + number);
    }
    draw();
  }

  @Override
  public String getPageTitle() {
    return "#%d, Farol".formatted(number);
  }

  private void draw() {
    board.alert(number).ifPresent(this::draw);
  }

  private void draw(AlertDetail alert) {
    removeAll();
    var parts = new AlertParts(viewer.times());
    var opening = new Div(opening(alert), refusal);
    var right = new Div(rungs.section(alert, viewer));
    right.addClassName("f-rightcol");
    var rest = stack(parts.labels(alert), parts.history(board.events(alert.id())));
    var columns = new Div(opening, right, rest);
    columns.addClassName("f-alert");
    add(head(alert), columns);
    var thumb = thumbBar(alert);
    if (thumb.getComponentCount() > 0) {
      add(thumb);
    }
  }

  private ViewHead head(AlertDetail alert) {
    var number = new CopyId("#" + alert.number(), Long.toString(alert.number()));
    var head = ViewHead.detail("Alerts", "alerts", number);
    for (var button : buttons(alert, true)) {
      button.addClassName("f-desk");
      head.acts(button);
    }
    return head;
  }

  private Div opening(AlertDetail alert) {
    var state =
        new Div(
            AlertStates.of(alert.state()),
            AlertStates.severity(alert.severity()),
            viewer.times().age(alert.acceptedAt()));
    state.addClassName("f-stateline");
    var holder = alert.acknowledgedBy();
    if (holder != null && alert.state() == AlertState.ACKNOWLEDGED) {
      var mine = holder.handle().equals(viewer.person().handle());
      state.add(new Span(mine ? "You have it" : holder.name() + " has it"));
    }
    var place =
        new Span(
            "%s, tier %d, %s"
                .formatted(alert.service().name(), alert.service().tier(), alert.team().slug()));
    place.addClassName("f-2");
    return new Div(state, new H1(alert.summary()), place);
  }

  /** At the foot of a phone: the primary act, 56 px high, and one beside it. */
  private Div thumbBar(AlertDetail alert) {
    var bar = new Div();
    bar.addClassName("f-actbar");
    buttons(alert, false).reversed().stream().limit(2).forEach(bar::add);
    return bar;
  }

  /** What the viewer can do with the alert as it stands; the one primary is last. */
  private List<Button> buttons(AlertDetail alert, boolean withKeys) {
    var buttons = new ArrayList<Button>();
    switch (alert.state()) {
      case TRIGGERED -> {
        buttons.add(resolve(alert, withKeys));
        declare(alert, withKeys).ifPresent(buttons::add);
        buttons.add(acknowledge(alert, withKeys));
      }
      case ACKNOWLEDGED -> {
        declare(alert, withKeys).ifPresent(buttons::add);
        buttons.add(primary(resolve(alert, withKeys)));
      }
      case RESOLVED -> declare(alert, withKeys).ifPresent(buttons::add);
    }
    return buttons;
  }

  private Button acknowledge(AlertDetail alert, boolean withKey) {
    var button =
        primary(new Button("Acknowledge", _ -> acts.acknowledge(alert.id(), alert.number())));
    return withKey ? Keys.on(button, "a") : button;
  }

  private Button resolve(AlertDetail alert, boolean withKey) {
    var button = new Button("Resolve", _ -> acts.resolve(alert.id(), alert.number()));
    return withKey ? Keys.on(button, "r") : button;
  }

  private Optional<Button> declare(AlertDetail alert, boolean withKey) {
    return declares
        .filter(_ -> alert.incident() == null)
        .map(
            dialog ->
                new Button(
                    "Declare incident",
                    _ -> dialog.open(UI.getCurrentOrThrow(), Optional.of(alert.id()))))
        .map(button -> withKey ? Keys.on(button, "d") : button);
  }

  private static Button primary(Button button) {
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }
}
