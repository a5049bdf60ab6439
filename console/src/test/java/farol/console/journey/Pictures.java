package farol.console.journey;

import java.nio.file.Path;

/**
 * The guide's pictures. They are written beside the test's output; with {@code
 * -Dfarol.pictures=DIR} into that folder, to renew the ones in {@code docs/pictures}.
 */
final class Pictures {
  private static final Path FOLDER =
      Path.of(System.getProperty("farol.pictures", "target/pictures"));

  /** Light, at 1440 pixels. */
  void take(Browser browser, String name) {
    browser.size(1440, 900);
    browser.scheme("light");
    browser.picture(FOLDER.resolve(name + "-light-1440.png"));
  }

  /** Light and dark, at 1440 and 390 pixels. */
  void takeAll(Browser browser, String name) {
    for (var scheme : new String[] {"dark", "light"}) {
      browser.scheme(scheme);
      browser.size(390, 844);
      browser.picture(FOLDER.resolve("%s-%s-390.png".formatted(name, scheme)));
      browser.size(1440, 900);
      browser.picture(FOLDER.resolve("%s-%s-1440.png".formatted(name, scheme)));
    }
  }
}
