package farol.console.ui;

import com.vaadin.flow.component.html.Span;

/** The icons of the house: 16 px, one stroke, drawn by the style sheet as a mask in ink. */
public enum Glyph {
  NOW("now"),
  INCIDENTS("incidents"),
  ALERTS("alerts"),
  ON_CALL("oncall"),
  STATUS_PAGE("status"),
  RUNBOOKS("runbooks"),
  READINESS("readiness"),
  CAPACITY("capacity"),
  RETROSPECTIVES("retro"),
  CATALOG("catalog"),
  SETTINGS("settings"),
  SEARCH("search"),
  MORE("more"),
  PERSON("person"),
  DOTS("dots"),
  BACK("back"),
  RIGHT("right"),
  DOWN("down"),
  CHECK("check"),
  CHECK_TWICE("check2"),
  PLUS("plus"),
  CLOSE("x"),
  COPY("copy");

  private final String name;

  Glyph(String name) {
    this.name = name;
  }

  /** The name the style sheet knows, for {@code data-icon} in a template. */
  public String cssName() {
    return name;
  }

  /** A fresh element; hidden from screen readers, so a word must stand beside it. */
  public Span icon() {
    var icon = new Span();
    icon.addClassName("f-icon");
    icon.getElement().setAttribute("data-icon", name).setAttribute("aria-hidden", "true");
    return icon;
  }
}
