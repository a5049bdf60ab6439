package farol.console.frame;

import farol.console.ui.Viewer;

/** Says under the viewer's name until when they are on call. */
public interface Presence {
  /** "On call until 09:00", or when they are next. */
  String sentence(Viewer viewer);
}
