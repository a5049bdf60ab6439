package farol.console.frame;

import com.vaadin.flow.component.UI;
import farol.console.ui.Viewer;

/** Told of every open console, for what may appear over any view. Beans are found by the frame. */
public interface Attendant {
  /** Called when the frame opens in {@code ui}; clean up when the UI detaches. */
  void attend(UI ui, Viewer viewer);
}
