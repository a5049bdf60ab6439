package farol.incidents.command;

import farol.alerting.door.Refusal;

/** A blocker set aside by a person, with the reason. */
public record Waiver(String code, String reason) {
  public static final int REASON_MIN = 10;
  public static final int REASON_MAX = 1000;

  public Waiver {
    if (reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX) {
      throw Refusal.invalid(
          "waivers", "need a reason of %d to %,d characters".formatted(REASON_MIN, REASON_MAX));
    }
  }
}
