package farol.console.process;

import farol.console.House;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Farol as its own operating-system process, to be killed and started again. */
public final class FarolProcess implements AutoCloseable {
  public static final String TOKEN = "an-administrator-token-of-the-tests";

  private final Process process;
  private final String base;

  private FarolProcess(Process process, String base) {
    this.process = process;
    this.base = base;
  }

  /** Starts a node on its own data folder and waits until it says that it is ready. */
  public static FarolProcess start(Map<String, String> settings) {
    var home = Path.of("target", "process-" + UUID.randomUUID());
    return start(home, settings);
  }

  public static FarolProcess start(Path home, Map<String, String> settings) {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(
        List.of(
            "-Xmx400m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dvaadin.productionMode=true",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "farol.FarolApplication"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.putAll(
        Map.of(
            "FAROL_HOME", home.toString(),
            "FAROL_PORT", "0",
            "FAROL_STATUS_PORT", "0",
            "FAROL_DEVCLOUD_PORT", "0",
            "FAROL_LOG_CONSOLE", "OFF",
            "FAROL_DEMO", "true",
            "FAROL_SECRET_KEY", "a key that all nodes of a test share",
            "FAROL_API_TOKEN", TOKEN));
    environment.putAll(settings);
    try {
      var process = builder.start();
      return new FarolProcess(process, awaitReady(process));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String awaitReady(Process process) throws IOException {
    var output = new ArrayList<String>();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      output.add(line);
      if (line.strip().startsWith("Console ")) {
        return line.strip().substring("Console ".length()).strip();
      }
    }
    throw new IllegalStateException("Farol did not start: " + String.join("\n", output));
  }

  public String address() {
    return base;
  }

  public House house() {
    return new House(base, TOKEN);
  }

  /** {@code kill -9}: nothing in the process gets to run any more. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** The clean stop of Ctrl-C. */
  void stop() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Farol does not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await();
  }
}
