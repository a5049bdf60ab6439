package farol.alerting.storage;

/**
 * Wakes workers on every node as soon as a transaction commits, by {@code NOTIFY}. A wake-up may be
 * lost: each worker also sweeps once a second.
 */
public interface Wakeups {
  /** Wakes the workers of this channel on all nodes when the current transaction commits. */
  void wake(String channel);

  /** Runs {@code worker} on every wake-up of this channel; it must bear running at any time. */
  void on(String channel, Runnable worker);
}
