package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Locale;

/** A thin bar with a notch at 80 %, and words that say the same. */
public class Gauge extends Div {
  /** From here on the bar is amber. */
  public static final double NOTCH = 0.8;

  private final Element bar = new Element("i");
  private final Element words = new Element("small");

  /**
   * A bar with its words below.
   *
   * @param share how much of the limit is used, 0 to 1; more shows as full and red
   * @param said the same in words, for example "Next word due −3:40"
   */
  public Gauge(double share, Component said) {
    addClassName("f-gauge");
    bar.setAttribute("aria-hidden", "true");
    words.appendChild(said.getElement());
    getElement().appendChild(bar, words);
    show(share, toneAt(share));
  }

  public Gauge(double share, String said) {
    this(share, new Span(said));
  }

  /** For a bar that fills towards something good, as holding after a mitigation. */
  public Gauge tone(double share, Tone tone) {
    show(share, tone);
    return this;
  }

  static Tone toneAt(double share) {
    if (share >= 1) {
      return Tone.RED;
    }
    return share >= NOTCH ? Tone.AMBER : Tone.BLUE;
  }

  private void show(double share, Tone tone) {
    var percent = Math.clamp(share, 0, 1) * 100;
    bar.getStyle().set("--at", String.format(Locale.ROOT, "%.1f%%", percent));
    tone.on(this);
  }
}
