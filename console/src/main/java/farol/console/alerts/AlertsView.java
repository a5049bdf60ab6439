package farol.console.alerts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import farol.alerting.alert.AlertBoard;
import farol.alerting.alert.AlertDesk;
import farol.alerting.alert.AlertFilter;
import farol.alerting.door.Items;
import farol.console.frame.Declares;
import farol.console.frame.MainLayout;
import farol.console.ui.EmptyState;
import farol.console.ui.Glyph;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.RefusalLine;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** What burns now, and what burnt before. */
@PermitAll
@PageTitle("Alerts, Farol")
@Route(value = "alerts", layout = MainLayout.class)
class AlertsView extends Page implements AfterNavigationObserver {
  private static final String ALL = "all";

  private final transient Viewer viewer;
  private final transient AlertBoard board;
  private final transient AlertActs acts;
  private final ViewHead head = new ViewHead("Alerts");
  private final Tab open = new Tab("Open");
  private final Tab all = new Tab("All");
  private final Tabs tabs = new Tabs(open, all);
  private final TextField filter = new TextField();
  private final Span oldest = new Span();
  private final AlertGrid grid;
  private final AlertCards cards;
  private final Div nothing = new Div();

  AlertsView(
      Viewer viewer,
      AlertBoard board,
      AlertDesk desk,
      Live live,
      ObjectProvider<Declares> declares) {
    this.viewer = viewer;
    this.board = board;
    var refusal = new RefusalLine();
    acts = new AlertActs(viewer, desk, refusal, this::draw);
    grid = new AlertGrid(viewer.times(), this::open, this::acknowledge);
    cards = new AlertCards(viewer.times(), this::acknowledge);
    declares.ifAvailable(dialog -> head.acts(declareButton(dialog)));
    fillHeight();
    add(head, filterBar(), refusal, grid, cards, nothing, hints());
    live.on(this, Topic.ALERTS, this::draw);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    filter.setValue(parameters.getSingleParameter("q").orElse(""));
    tabs.setSelectedTab(
        parameters.getSingleParameter("tab").filter(ALL::equals).isPresent() ? all : open);
    draw();
  }

  private Button declareButton(Declares dialog) {
    var button =
        new Button(
            "Declare incident",
            _ ->
                dialog.open(
                    UI.getCurrentOrThrow(),
                    grid.asSingleSelect().getOptionalValue().map(AlertRow::id)));
    button.addClassName("f-desk");
    return Keys.on(button, "d");
  }

  private Div filterBar() {
    filter.setPlaceholder("Filter: service, person, word");
    filter.setAriaLabel("Filter alerts");
    filter.setPrefixComponent(Glyph.SEARCH.icon());
    filter.setSuffixComponent(Keys.cap("/"));
    filter.setMaxLength(AlertFilter.QUERY_MAX);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.setValueChangeTimeout(200);
    filter.getElement().setAttribute("data-filter", true);
    filter.addValueChangeListener(event -> remember(event.isFromClient()));
    tabs.addSelectedChangeListener(event -> remember(event.isFromClient()));
    var bar = new Div(tabs, filter);
    bar.addClassName("f-filterbar");
    return bar;
  }

  private Div hints() {
    return Keys.row(
        Keys.hint("j k", "move"),
        Keys.hint("Enter", "open"),
        Keys.act(
            "a",
            "acknowledge",
            () -> grid.asSingleSelect().getOptionalValue().ifPresent(this::acknowledge)),
        Keys.hint("/", "filter"),
        Keys.hint("?", "all shortcuts"),
        oldest);
  }

  private void remember(boolean byPerson) {
    if (byPerson) {
      var state = new java.util.LinkedHashMap<String, String>();
      if (all.isSelected()) {
        state.put("tab", ALL);
      }
      if (!filter.getValue().isBlank()) {
        state.put("q", filter.getValue());
      }
      var query = QueryParameters.simple(Map.copyOf(state)).getQueryString();
      UI.getCurrentOrThrow()
          .getPage()
          .getHistory()
          .replaceState(null, query.isEmpty() ? "alerts" : "alerts?" + query);
      draw();
    }
  }

  private void draw() {
    var groups = board.openGroups();
    var rows =
        (all.isSelected()
                ? board.alerts(AlertFilter.ALL, Items.LIMIT_MAX, null).items().stream()
                    .map(AlertRow::of)
                : groups.stream().map(AlertRow::of))
            .filter(row -> row.fits(filter.getValue()))
            .toList();
    var alerts = groups.stream().mapToLong(group -> group.size()).sum();
    head.fact(Sentences.openFact(groups.size(), alerts));
    grid.show(rows);
    cards.show(rows);
    oldest.removeAll();
    groups.stream()
        .filter(group -> group.acknowledgedAt() == null)
        .map(group -> group.acceptedAt())
        .min(java.time.Instant::compareTo)
        .ifPresent(
            since -> oldest.add(new Span("Oldest unacknowledged:"), viewer.times().age(since)));
    showNothing(rows);
  }

  private void showNothing(List<AlertRow> rows) {
    nothing.removeAll();
    nothing.addClassName("f-rest");
    nothing.setVisible(rows.isEmpty());
    grid.setVisible(!rows.isEmpty());
    if (rows.isEmpty()) {
      nothing.add(filter.isEmpty() ? calm() : new EmptyState("No alert fits.", "Try fewer words."));
    }
  }

  private EmptyState calm() {
    var last =
        board
            .lastAlertAt()
            .map(at -> "The last alert came " + viewer.times().text(at) + ".")
            .orElse("No alert has come yet. The catalog has a key and a line to paste.");
    return new EmptyState("Nothing is firing.", last);
  }

  private void acknowledge(AlertRow row) {
    if (row.burns()) {
      acts.acknowledge(row.id(), row.number());
    }
  }

  private void open(AlertRow row) {
    UI.getCurrentOrThrow().navigate("alerts/" + row.number());
  }

  Optional<AlertGrid> grid() {
    return Optional.of(grid).filter(AlertGrid::isVisible);
  }
}
