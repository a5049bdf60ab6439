package farol.statuspage.uptime;

import farol.statuspage.component.State;

/** A stretch of time {@code [from, to)} in epoch milliseconds with one state. */
record Slice(long from, long to, State state) {
  long length() {
    return to - from;
  }
}
