package farol.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FrameTest extends ViewTest {
  @Autowired List<PaletteSource> sources;

  @Test
  void anUnknownAddressIsToldInsideTheFrame() {
    as("ana");

    UI.getCurrentOrThrow().navigate("nothing/here");

    assertThat(text(getCurrentView())).contains("There is nothing at /nothing/here.");
    assertThat(find(MainLayout.class).exists()).isTrue();
  }

  @Test
  void thePhoneBarMarksThePlaceOfADetail() {
    as("ana");
    triggered("Marked");
    UI.getCurrentOrThrow().navigate("alerts");

    var current =
        find(Anchor.class).all().stream()
            .filter(link -> link.getElement().hasAttribute("aria-current"))
            .map(Anchor::getHref)
            .toList();

    assertThat(current).containsExactly("alerts");
  }

  @Test
  void thePaletteListsOnlyWhatTheViewerMayDo() {
    as("ana");
    var summary = triggered("Palette");
    UI.getCurrentOrThrow().navigate("");

    var layout = find(MainLayout.class).single();
    layout.palette();
    find(Input.class).single().setValue(summary);

    assertThat(find(Palette.class).single().getElement().getTextRecursively())
        .contains("Do", "Acknowledge #", "Go to");
    assertThat(sources).isNotEmpty();
  }
}
