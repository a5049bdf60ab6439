package farol.checklists.lifecycle;

import java.util.List;

/** The way out for launch mails; answers once the mail server has taken the message. */
public interface LaunchMailer {
  /**
   * A mail as it goes out.
   *
   * @param messageId in angle brackets, the same on every attempt
   * @param attempt 1 for the first
   */
  record Letter(
      String messageId,
      int attempt,
      String from,
      List<String> to,
      String subject,
      String text,
      String html) {}

  /** The mail server did not take it; {@code later} when another try may help. */
  @SuppressWarnings("serial") // Carried within one process, never serialized.
  class NotTaken extends Exception {
    private final boolean later;

    public NotTaken(String serverSaid, boolean later) {
      super(serverSaid);
      this.later = later;
    }

    public boolean later() {
      return later;
    }
  }

  /** Whether a mail server is set. */
  boolean ready();

  void send(Letter letter) throws NotTaken;
}
