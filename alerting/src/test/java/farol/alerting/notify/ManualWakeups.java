package farol.alerting.notify;

import farol.alerting.storage.Wakeups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs workers when a test says so, and notes who was woken. */
public final class ManualWakeups implements Wakeups {
  private final Map<String, List<Runnable>> workers = new ConcurrentHashMap<>();
  private final List<String> woken = new CopyOnWriteArrayList<>();

  @Override
  public void wake(String channel) {
    woken.add(channel);
  }

  @Override
  public void on(String channel, Runnable worker) {
    workers.computeIfAbsent(channel, _ -> new ArrayList<>()).add(worker);
  }

  public void run(String channel) {
    workers.getOrDefault(channel, List.of()).forEach(Runnable::run);
  }

  public List<String> woken() {
    return List.copyOf(woken);
  }
}
