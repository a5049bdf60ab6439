package farol.statuspage.edge;

/** Counts answers. */
@FunctionalInterface
public interface EdgeMeter {
  /** Counts nothing. */
  EdgeMeter NONE = (code, kind) -> {};

  /**
   * Counts one answer.
   *
   * @param kind page, data, feed, manifest or other
   */
  void answered(int code, String kind);
}
