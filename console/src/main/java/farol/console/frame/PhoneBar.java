package farol.console.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Glyph;
import java.util.EnumMap;
import java.util.Map;

/** The bar of five at the foot of a phone: four places and <em>More</em>, which opens the rail. */
class PhoneBar extends Nav {
  private final Map<Place, Anchor> links = new EnumMap<>(Place.class);
  private final Map<Place, Span> counts = new EnumMap<>(Place.class);

  PhoneBar(Runnable more) {
    addClassName("f-tabbar");
    getElement().setAttribute("aria-label", "Places");
    Place.phone().forEach(place -> add(link(place)));
    var button = new NativeButton("", _ -> more.run());
    button.add(Glyph.MORE.icon(), new Span("More"));
    add(button);
  }

  void count(Place place, RailCounter.Count count) {
    var span = counts.get(place);
    if (span != null) {
      Rail.show(span, count);
    }
  }

  /** Marks the place the path belongs to. */
  void current(String path) {
    links.forEach(
        (place, link) -> {
          var here =
              path.equals(place.path())
                  || (place != Place.NOW && path.startsWith(place.path() + "/"));
          if (here) {
            link.getElement().setAttribute("aria-current", "page");
          } else {
            link.getElement().removeAttribute("aria-current");
          }
        });
  }

  private Anchor link(Place place) {
    var count = new Span();
    count.addClassName("f-count");
    count.setVisible(false);
    var link = new Anchor(place.path().isEmpty() ? "." : place.path());
    link.add(place.glyph().icon(), new Span(place.title()), count);
    links.put(place, link);
    counts.put(place, count);
    return link;
  }
}
