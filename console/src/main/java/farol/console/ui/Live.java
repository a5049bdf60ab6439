package farol.console.ui;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import farol.alerting.storage.Wakeups;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets open views re-read themselves when something changed, on this node or another. Events carry
 * no state here: the view asks its service again.
 */
@org.springframework.stereotype.Component
public class Live {
  /** Changes within this time are answered by one re-read. */
  static final Duration COALESCED = Duration.ofMillis(120);

  private final Map<Topic, Set<Watch>> watches = new EnumMap<>(Topic.class);
  private final Executor soon =
      CompletableFuture.delayedExecutor(COALESCED.toMillis(), TimeUnit.MILLISECONDS);
  private final Wakeups wakeups;

  Live(Wakeups wakeups) {
    this.wakeups = wakeups;
    for (var topic : Topic.values()) {
      watches.put(topic, ConcurrentHashMap.newKeySet());
      wakeups.on(topic.channel(), () -> reread(topic));
    }
  }

  /**
   * Runs {@code reread} in the component's UI after every change in the topic, for as long as the
   * component is attached. It does not run at once: draw the view first.
   */
  public void on(Component view, Topic topic, Runnable reread) {
    view.addAttachListener(event -> watch(view, event.getUI(), topic, reread));
    view.getUI().ifPresent(ui -> watch(view, ui, topic, reread));
  }

  /** For changes without an event: wakes the views of all nodes once the transaction commits. */
  public void changed(Topic topic) {
    wakeups.wake(topic.channel());
  }

  /** Every event a room publishes tells its views, within the transaction that published it. */
  @EventListener
  void on(PayloadApplicationEvent<?> event) {
    for (var topic : Topic.values()) {
      if (topic.covers(event.getPayload().getClass())) {
        changed(topic);
      }
    }
  }

  private void watch(Component view, UI ui, Topic topic, Runnable reread) {
    var watch = new Watch(view, ui, reread, new AtomicBoolean());
    watchesOf(topic).add(watch);
    view.addDetachListener(
        event -> {
          event.unregisterListener();
          watchesOf(topic).remove(watch);
        });
  }

  private void reread(Topic topic) {
    watchesOf(topic).forEach(this::soon);
  }

  /** Also without a change: a shift ends and a promise falls due by time alone. */
  @Scheduled(fixedRate = 60, timeUnit = TimeUnit.SECONDS)
  void rereadAll() {
    watches.keySet().forEach(this::reread);
  }

  private Set<Watch> watchesOf(Topic topic) {
    return requireNonNull(watches.get(topic));
  }

  private void soon(Watch watch) {
    if (watch.pending().compareAndSet(false, true)) {
      soon.execute(() -> access(watch));
    }
  }

  private static void access(Watch watch) {
    watch.pending().set(false);
    watch
        .ui()
        .accessLater(
            () -> {
              if (watch.view().isAttached()) {
                watch.reread().run();
              }
            },
            () -> {})
        .run();
  }

  private record Watch(Component view, UI ui, Runnable reread, AtomicBoolean pending) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
