package farol.statuspage.component;

import java.util.Arrays;

/** The part of the platform a component belongs to, in the word {@code heroku status} prints. */
public enum PageSystem {
  APPS("Apps"),
  DATA("Data"),
  TOOLS("Tools");

  private final String word;

  PageSystem(String word) {
    this.word = word;
  }

  public static PageSystem of(String word) {
    return Arrays.stream(values())
        .filter(system -> system.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A system is Apps, Data or Tools, not '%s'".formatted(word)));
  }

  public String word() {
    return word;
  }
}
