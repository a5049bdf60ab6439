package farol.incidents.retrospective;

import java.util.Arrays;
import java.util.Optional;

/** The written parts of a retrospective, in reading order; each is Markdown text. */
public enum Section {
  TLDR("tldr", "In short"),
  CUSTOMER_IMPACT("customerImpact", "What customers felt"),
  DETECTION("detection", "How we noticed"),
  RESPONSE("response", "What we did"),
  WENT_WELL("wentWell", "What went well"),
  WENT_BADLY("wentBadly", "What went badly"),
  LUCKY("lucky", "Where we were lucky"),
  SURPRISED("surprised", "Why we were surprised"),
  BELIEFS("beliefs", "What people believed, and why it made sense"),
  TEMPORARY_CHANGES("temporaryChanges", "Temporary changes"),
  OPEN_QUESTIONS("openQuestions", "Open questions"),
  INTERNAL_MESSAGE("internalMessage", "Message to the house"),
  CUSTOMER_MESSAGE("customerMessage", "Message to customers");

  /** Marks what a draft could not know. */
  public static final String TO_WRITE = "To write";

  public static final int LENGTH_MAX = 64 * 1024;

  private final String key;
  private final String title;

  Section(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** Its name at every door. */
  public String key() {
    return key;
  }

  public String title() {
    return title;
  }

  public static Optional<Section> of(String key) {
    return Arrays.stream(values()).filter(section -> section.key.equals(key)).findFirst();
  }
}
