package farol.alerting.alert;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the life of alerts asks of escalation. */
public final class RecordingEscalation implements Escalation {
  private final List<AlertGroup> begun = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void begin(AlertGroup group, Instant now) {
    begun.add(group);
    told.add("begin " + group.dedupKey());
  }

  @Override
  public void end(AlertGroupId group, End reason, Instant now) {
    told.add("end " + reason);
  }

  List<AlertGroup> begun() {
    return begun;
  }

  List<String> told() {
    return told;
  }
}
