package farol.runbooks.devcloud.metrics;

/** The Erlang formulas of a queue with Poisson arrivals and several servers (M/M/m). */
final class Erlang {
  private Erlang() {}

  /**
   * The probability that a request waits (Erlang C), from the recursion of Erlang B.
   *
   * @param servers at least 1
   * @param utilisation of each server, below 1
   */
  static double waits(int servers, double utilisation) {
    var offered = utilisation * servers;
    var blocked = 1.0;
    for (var server = 1; server <= servers; server++) {
      blocked = offered * blocked / (server + offered * blocked);
    }
    return blocked / (1 - utilisation * (1 - blocked));
  }

  /** The mean wait of those who wait, in units of the service time. */
  static double meanWait(int servers, double utilisation) {
    return 1 / (servers * (1 - utilisation));
  }
}
