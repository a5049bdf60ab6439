package farol.console.ui;

import com.vaadin.flow.component.Component;

/** What a colour says. Colour means state: nothing else in a view is coloured. */
public enum Tone {
  /** Someone must act now. */
  RED("red"),
  /** Customers are hurt in part. */
  ORANGE("orange"),
  /** Held, waiting, near its limit. */
  AMBER("amber"),
  /** Good, and proved. */
  GREEN("green"),
  /** In progress or planned. */
  BLUE("blue"),
  /** Needs nobody. */
  GREY("grey");

  private final String name;

  Tone(String name) {
    this.name = name;
  }

  /** The name the style sheet knows, for {@code data-tone} in a template. */
  public String cssName() {
    return name;
  }

  /** Gives the element this tone. */
  public void on(Component component) {
    component.getElement().setAttribute("data-tone", name);
  }
}
