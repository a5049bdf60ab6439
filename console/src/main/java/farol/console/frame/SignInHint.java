package farol.console.frame;

import java.util.List;

/** What the sign-in says under the form, for example with whom the demo may be entered. */
public interface SignInHint {
  /** Short sentences, one a line; empty outside the demo. */
  List<String> lines();
}
