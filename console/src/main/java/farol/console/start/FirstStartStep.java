package farol.console.start;

import farol.alerting.catalog.Actor;

/** Something that the first start of an installation does once there is an administrator. */
public interface FirstStartStep {
  /** Runs at every start, within one transaction, and does nothing when it was done before. */
  void run(Actor administrator);
}
