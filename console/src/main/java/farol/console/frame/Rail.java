package farol.console.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import farol.console.ui.Glyph;
import farol.console.ui.Keys;
import farol.console.ui.PersonChip;
import farol.console.ui.Tone;
import farol.console.ui.Viewer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rail at the left: name, search, places, and the viewer at the foot. */
class Rail extends Div {
  private final Map<Place, Span> counts = new EnumMap<>(Place.class);
  private final Element until = new Element("span");

  Rail(Viewer viewer, String installation, Runnable search) {
    addClassName("f-rail");
    add(brand(installation), searchButton(search));
    add(nav("Places", Place.work()), nav("Set-up", Place.setUp()), me(viewer));
  }

  void count(Place place, RailCounter.Count count) {
    var span = counts.get(place);
    if (span != null) {
      show(span, count);
    }
  }

  /** What stands under the viewer's name, for example "On call until 09:00". */
  void until(String text) {
    until.setText(text);
  }

  static void show(Span span, RailCounter.Count count) {
    span.setVisible(count.count() > 0);
    span.setText(Long.toString(count.count()));
    if (count.urgent()) {
      Tone.RED.on(span);
      span.getElement().setAttribute("aria-label", count.count() + " wait for somebody");
    } else {
      span.getElement().removeAttribute("data-tone");
      span.getElement().removeAttribute("aria-label");
    }
  }

  private static Div brand(String installation) {
    var brand = new Div(Beacon.drawing(22), new Span("Farol"));
    brand.addClassName("f-brand");
    var name = new Element("small");
    name.setText(installation);
    brand.getElement().appendChild(name);
    return brand;
  }

  private static Button searchButton(Runnable search) {
    var button = new Button("Search or do", Glyph.SEARCH.icon(), _ -> search.run());
    button.addClassName("f-search");
    button.setSuffixComponent(Keys.cap("Ctrl K"));
    return button;
  }

  private SideNav nav(String label, List<Place> places) {
    var nav = new SideNav();
    nav.getElement().setAttribute("aria-label", label);
    places.forEach(place -> nav.addItem(item(place)));
    return nav;
  }

  private SideNavItem item(Place place) {
    var item = new SideNavItem(place.title(), place.path(), place.glyph().icon());
    item.setMatchNested(place != Place.NOW);
    item.getElement().setAttribute("data-go", place.letter());
    var count = new Span();
    count.addClassName("f-count");
    count.setVisible(false);
    item.setSuffixComponent(count);
    counts.put(place, count);
    return item;
  }

  private Div me(Viewer viewer) {
    var name = new Element("b");
    name.setText(viewer.person().firstName());
    var words = new Div();
    words.getElement().appendChild(name, until);
    var me = new Div(PersonChip.avatar(viewer.person()), words);
    me.addClassName("f-me");
    return me;
  }
}
