package farol.console.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import farol.console.ui.Live;
import farol.console.ui.Viewer;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The shell of every view: the rail, the phone's bar, the palette and the shortcuts. */
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {
  private final transient Viewer viewer;
  private final transient List<RailCounter> counters;
  private final transient List<PaletteSource> sources;
  private final transient Optional<Declares> declares;
  private final transient Optional<Presence> presence;
  private final transient List<Attendant> attendants;
  private final Main main = new Main();
  private final Div banner = new Div();
  private final Rail rail;
  private final PhoneBar phoneBar;

  MainLayout(
      Viewer viewer,
      Live live,
      List<RailCounter> counters,
      List<PaletteSource> sources,
      ObjectProvider<Declares> declares,
      ObjectProvider<Presence> presence,
      List<Attendant> attendants,
      DemoHint hint) {
    this.viewer = viewer;
    this.counters = counters;
    this.sources = sources;
    this.declares = Optional.ofNullable(declares.getIfAvailable());
    this.presence = Optional.ofNullable(presence.getIfAvailable());
    this.attendants = attendants;
    rail = new Rail(viewer, hint.installation(), this::palette);
    phoneBar = new PhoneBar(() -> setDrawerOpened(true));
    setPrimarySection(Section.DRAWER);
    addToDrawer(rail);
    addToNavbar(true, phoneBar);
    main.addClassName("f-main");
    banner.addClassName("f-banner");
    banner.getElement().setAttribute("role", "alert");
    banner.setVisible(false);
    main.add(banner);
    setContent(main);
    getElement().setAttribute("data-frame", true);
    getElement()
        .addEventListener(
            "farol-key", event -> key(event.getEventData().path("event.detail").asString("")))
        .addEventData("event.detail");
    recount();
    counters.stream()
        .map(RailCounter::topic)
        .distinct()
        .forEach(topic -> live.on(this, topic, this::recount));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event
        .getUI()
        .getPage()
        .executeJs("window.farol && farol.sync($0)", (double) viewer.times().now().toEpochMilli());
    attendants.forEach(attendant -> attendant.attend(event.getUI(), viewer));
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.getElement().removeAllChildren();
    main.getElement().appendChild(banner.getElement(), content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    oldContent.getElement().removeFromParent();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    banner.setVisible(false);
    phoneBar.current(event.getLocation().getPath());
  }

  /** Says over the view that something went wrong that no view expected. */
  void fault(String sentence) {
    banner.setText(sentence);
    banner.setVisible(true);
  }

  private void recount() {
    var actor = viewer.actor();
    for (var counter : counters) {
      var count = counter.count(actor);
      rail.count(counter.place(), count);
      phoneBar.count(counter.place(), count);
    }
    rail.until(presence.map(known -> known.sentence(viewer)).orElse(viewer.person().handle()));
  }

  private void key(String key) {
    switch (key) {
      case "palette" -> palette();
      case "shortcuts" -> new ShortcutsDialog().open();
      case "declare" ->
          declares.ifPresent(open -> open.open(UI.getCurrentOrThrow(), Optional.empty()));
      case "back" -> recount();
      default -> {}
    }
  }

  void palette() {
    new Palette(viewer.actor(), sources).open();
  }
}
