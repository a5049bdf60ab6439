package farol.runbooks.paas;

import org.jspecify.annotations.Nullable;

/** How well a platform can be reached at this moment. */
public interface PlatformHealth {
  /**
   * One look.
   *
   * @param circuit {@code closed}, {@code open} or {@code half-open}: open means that no request is
   *     tried for a while
   * @param rateLimitRemaining the calls the platform still grants, null when it has not said
   * @param problem why it is not reachable, in one line; null when it is
   */
  record Look(
      boolean reachable,
      String circuit,
      @Nullable Integer rateLimitRemaining,
      @Nullable String problem) {}

  /** Asks the platform once, unless the circuit is open. */
  Look look();
}
