package farol.statuspage.component;

import farol.alerting.door.Refusal;

/** Bounds on what people type for the public. */
public final class Texts {
  public static final int NAME_MAX = 200;
  public static final int DESCRIPTION_MAX = 2_000;

  private Texts() {}

  /** A name without control characters or overrides of the writing direction, else 422. */
  public static String name(String field, @org.jspecify.annotations.Nullable String name) {
    if (name == null || name.isBlank()) {
      throw Refusal.invalid(field, "give a name");
    }
    if (name.length() > NAME_MAX) {
      throw Refusal.invalid(field, "has at most %d characters".formatted(NAME_MAX));
    }
    if (name.codePoints().anyMatch(Texts::hidden)) {
      throw Refusal.invalid(field, "holds control characters or direction overrides");
    }
    return name.strip();
  }

  public static @org.jspecify.annotations.Nullable String description(
      String field, @org.jspecify.annotations.Nullable String text) {
    if (text != null && text.length() > DESCRIPTION_MAX) {
      throw Refusal.invalid(field, "has at most %d characters".formatted(DESCRIPTION_MAX));
    }
    return text == null || text.isBlank() ? null : text;
  }

  /** Whether a character would not be seen, or would turn the text around it. */
  public static boolean hidden(int character) {
    return Character.isISOControl(character)
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200E
        || character == 0x200F
        || character == 0x061C;
  }
}
