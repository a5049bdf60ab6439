package farol.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The warm start of the built application, with and without its start-up cache, in parts. Needs
 * {@code ./farol up} to have built it once.
 */
final class StartBenchmark {
  private static final Path APP = Path.of("console/target/app");
  private static final int ROUNDS = 3;
  private static final List<Part> PARTS =
      List.of(
          new Part("database up", Pattern.compile("The embedded PostgreSQL is up after (\\d+) ms")),
          new Part(
              "schemas at this release", Pattern.compile("The schemas stand after (\\d+) ms")));

  private record Part(String name, Pattern logged) {}

  /** One start: the wall-clock time to ready and the parts the log told, in milliseconds. */
  private record Start(long total, List<Long> parts) {}

  private StartBenchmark() {}

  static void run(String... args) throws IOException, InterruptedException {
    var home = Files.createTempDirectory("farol-bench");
    start(home, true);
    System.out.println("Warm start to ready, demo data, median of " + ROUNDS + ":");
    var withCache = median(home, true);
    var without = median(home, false);
    System.out.printf(
        "  with the start-up cache %d ms, without %d ms, ratio %.2f%n",
        withCache.total(), without.total(), (double) withCache.total() / without.total());
    for (var part = 0; part < PARTS.size(); part++) {
      System.out.printf("  of it %s: %d ms%n", PARTS.get(part).name(), withCache.parts().get(part));
    }
  }

  private static Start median(Path home, boolean cached) throws IOException, InterruptedException {
    var starts = new ArrayList<Start>();
    for (var round = 0; round < ROUNDS; round++) {
      starts.add(start(home, cached));
    }
    starts.sort(java.util.Comparator.comparingLong(Start::total));
    return starts.get(ROUNDS / 2);
  }

  private static Start start(Path home, boolean cached) throws IOException, InterruptedException {
    var log = home.resolve("log/farol.log");
    Files.deleteIfExists(log);
    var began = System.nanoTime();
    var process = process(home, cached);
    try {
      awaitReady(process);
      var total = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      var text = Files.readString(log);
      return new Start(total, PARTS.stream().map(part -> millis(text, part)).toList());
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private static Process process(Path home, boolean cached) throws IOException {
    var command =
        new ArrayList<>(
            Arrays.asList(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx768m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    if (cached) {
      command.add("-XX:AOTCache=" + APP.resolve("farol.aot"));
    }
    command.addAll(List.of("-jar", APP.resolve("farol.jar").toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "FAROL_HOME", home.toString(),
                "FAROL_PORT", "0",
                "FAROL_STATUS_PORT", "0",
                "FAROL_DEVCLOUD_PORT", "0",
                "FAROL_LOG_CONSOLE", "OFF",
                "FAROL_DEMO", "true"));
    return builder.start();
  }

  private static void awaitReady(Process process) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Farol is ready")) {
        return;
      }
    }
    throw new IOException("Farol did not start; build it with ./farol up first");
  }

  private static long millis(String log, Part part) {
    var found = part.logged().matcher(log);
    return found.find() ? Long.parseLong(found.group(1)) : -1;
  }
}
