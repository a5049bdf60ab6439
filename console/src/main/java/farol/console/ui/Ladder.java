package farol.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** Numbered rungs; below each its messages with time, channel and ticks. */
public class Ladder extends OrderedList {
  /**
   * One rung.
   *
   * @param number as printed in the disc
   * @param who the people it means
   * @param what what the rung is, for example "on call, routing"
   * @param current whether the ladder stands here; filled red
   * @param right what stands at the right end: a countdown, or nothing
   */
  public record Rung(
      int number,
      String who,
      String what,
      boolean current,
      List<Message> messages,
      Component right) {
    public Rung {
      messages = List.copyOf(messages);
    }
  }

  /** One message of a rung: when, by what channel, and how far it came. */
  public record Message(Component time, String channel, Component fate) {}

  /** How far a message came. */
  public enum Tick {
    SENT,
    DELIVERED,
    SEEN,
    NONE
  }

  public Ladder() {
    addClassName("f-ladder");
  }

  public Ladder(List<Rung> rungs) {
    this();
    rungs.forEach(this::rung);
  }

  public void rung(Rung rung) {
    var item = new ListItem();
    item.getElement().setAttribute("data-now", rung.current());
    var number = new Span(Integer.toString(rung.number()));
    number.addClassName("f-rung");
    item.add(number, head(rung));
    rung.messages().forEach(message -> item.add(line(message)));
    add(item);
  }

  /** One tick sent, two delivered, two green ones seen; the word says it too. */
  public static Span fate(Tick tick, String word) {
    var fate = new Span();
    fate.addClassName("f-tick");
    switch (tick) {
      case SENT -> fate.add(Glyph.CHECK.icon());
      case DELIVERED -> fate.add(Glyph.CHECK_TWICE.icon());
      case SEEN -> {
        fate.add(Glyph.CHECK_TWICE.icon());
        Tone.GREEN.on(fate);
      }
      case NONE -> {}
    }
    fate.add(word);
    return fate;
  }

  private static Div head(Rung rung) {
    var head = new Div();
    head.addClassName("f-lhead");
    var who = new Span(rung.who());
    who.addClassName("f-strong");
    var what = new Span(rung.what());
    what.addClassName("f-3");
    head.add(who, what, rung.right());
    return head;
  }

  private static Div line(Message message) {
    var line = new Div();
    line.addClassName("f-sent");
    var time = new Element("time");
    time.appendChild(message.time().getElement());
    line.getElement().appendChild(time);
    line.add(new Span(message.channel()), message.fate());
    return line;
  }
}
