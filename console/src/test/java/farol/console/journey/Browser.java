package farol.console.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium, driven as a person would: by what can be read and pressed on the page. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final Path profile;

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  static Browser open() {
    try {
      var profile = Files.createTempDirectory("farol-browser");
      var options = new ChromeOptions();
      options.addArguments(
          List.of(
              "--headless=new",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-quic",
              "--no-first-run",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--disable-dev-shm-usage",
              "--hide-scrollbars",
              "--window-size=1440,900",
              "--user-data-dir=" + profile));
      var service = new ChromeDriverService.Builder().usingAnyFreePort().build();
      return new Browser(new ChromeDriver(service, options), profile);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void go(String address) {
    driver.get(address);
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  void signIn(String console, String handle, String password) {
    driver.manage().deleteAllCookies();
    go(console + "/login");
    type(By.name("username"), handle);
    type(By.name("password"), password);
    see(By.name("password")).sendKeys(Keys.ENTER);
    until("signed in as " + handle, () -> !address().contains("/login"));
  }

  WebElement see(By what) {
    return Objects.requireNonNull(
        new WebDriverWait(driver, PATIENCE)
            .until(ExpectedConditions.visibilityOfElementLocated(what)));
  }

  /** Waits until the page reads {@code text} somewhere a person sees it. */
  void read(String text) {
    until("the page reads '" + text + "'", () -> pageText().contains(text));
  }

  String pageText() {
    return driver.findElement(By.tagName("body")).getText();
  }

  void press(String label) {
    var button =
        By.xpath(
            "//*[self::vaadin-button or self::button or self::a][contains(normalize-space(.), %s)]"
                .formatted(quoted(label)));
    press(button);
  }

  void press(By what) {
    until("one can press " + what, () -> !pressable(what).isEmpty());
    var element = pressable(what).getLast();
    driver.executeScript("arguments[0].scrollIntoView({block:'center'})", element);
    element.click();
  }

  private List<WebElement> pressable(By what) {
    return driver.findElements(what).stream()
        .filter(WebElement::isDisplayed)
        .filter(WebElement::isEnabled)
        .toList();
  }

  void type(By field, String text) {
    var input = see(field);
    input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  /** Types into the Vaadin field with this label. */
  void fill(String label, String text) {
    var input =
        By.xpath(
            ("//*[self::vaadin-text-field or self::vaadin-text-area or self::vaadin-combo-box"
                    + " or self::vaadin-date-picker or self::vaadin-integer-field]"
                    + "[label[contains(normalize-space(.), %s)]]//*[self::input or self::textarea]")
                .formatted(quoted(label)));
    type(input, text);
  }

  private static String quoted(String text) {
    return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
  }

  void until(String what, Condition condition) {
    try {
      new WebDriverWait(driver, PATIENCE)
          .withMessage(what)
          .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
          .until(_ -> condition.holds());
    } catch (org.openqa.selenium.TimeoutException never) {
      picture(Path.of("target", "pictures", "failure.png"));
      throw never;
    }
  }

  /** Something that is true of the page or not yet. */
  interface Condition {
    boolean holds();
  }

  /** Waits until the page asked its server for everything it needs. */
  void still() {
    until(
        "the page is still",
        () ->
            Boolean.TRUE.equals(
                driver.executeScript(
                    "return !window.Vaadin?.Flow?.clients"
                        + " || !Object.values(Vaadin.Flow.clients).some(c => c.isActive?.())")));
  }

  void scheme(String lightOrDark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 640));
  }

  void picture(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.quit();
    try (var files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
