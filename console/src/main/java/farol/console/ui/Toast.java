package farol.console.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.jspecify.annotations.Nullable;

/**
 * Says in one sentence what is true now: "Acknowledged #1042. You have it." One at a time, for 8 s,
 * longer while hovered or focused. Failures are not toasts: see {@link RefusalLine}.
 */
public final class Toast {
  private static final int SECONDS = 8;

  private Toast() {}

  public static void show(String sentence) {
    open(sentence, null);
  }

  /** With <em>Undo</em> (key {@code z}), which runs {@code undo}. */
  public static void undoable(String sentence, Runnable undo) {
    open(sentence, undo);
  }

  private static void open(String sentence, @Nullable Runnable undo) {
    var ui = UI.getCurrentOrThrow();
    var last = ComponentUtil.getData(ui, Notification.class);
    if (last != null) {
      last.close();
    }
    var toast = new Notification();
    toast.setPosition(Notification.Position.BOTTOM_START);
    toast.setDuration(0);
    var row = new Div(new Span(sentence));
    row.addClassName("f-toast");
    if (undo != null) {
      row.add(undoButton(toast, undo));
    }
    toast.add(row);
    row.getElement().addEventListener("farol-done", _ -> toast.close());
    row.getElement().executeJs("window.farol && farol.toast(this, $0)", SECONDS);
    ComponentUtil.setData(ui, Notification.class, toast);
    toast.open();
  }

  private static Button undoButton(Notification toast, Runnable undo) {
    var button =
        new Button(
            "Undo",
            _ -> {
              toast.close();
              undo.run();
            });
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    return Keys.on(button, "z");
  }
}
