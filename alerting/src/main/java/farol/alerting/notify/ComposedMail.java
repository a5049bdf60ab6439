package farol.alerting.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail as it is, or would be, sent.
 *
 * @param page whose mail it is; its id makes the message id
 * @param thread the id that the mails of one group share
 */
record ComposedMail(
    UUID page, UUID thread, String to, String subject, String text, String html, Instant at) {
  static final int SUBJECT_MAX = 200;

  ComposedMail {
    subject = oneLine(subject);
  }

  /** Control characters would let a sender's text write headers. */
  private static String oneLine(String text) {
    var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= SUBJECT_MAX ? clean : clean.substring(0, SUBJECT_MAX - 1) + "…";
  }
}
