package farol.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The status page's edge beside nginx: the same compressed bytes of the page, one core each and
 * {@code wrk} on the other, in alternating rounds, plain and as 304. Needs {@code nginx}, {@code
 * wrk} and {@code taskset}, and a rendered site: that of {@code ./farol up}, or the folder given.
 */
final class EdgeBenchmark {
  private static final int ROUNDS = 5;
  private static final String SECONDS = "4s";
  private static final String WARM_UP = "8s";
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A server under test: where it listens and what makes it answer 304. */
  private record Peer(String name, String address, String etag) {}

  private EdgeBenchmark() {}

  static void run(String... args) throws IOException, InterruptedException {
    var site = Path.of(args.length == 0 ? ".farol/status-page/site" : args[0]);
    var page = site.resolve("current/index.html.gz").toRealPath();
    var work = Files.createTempDirectory("farol-bench-edge");
    Files.copy(page, work.resolve("page"));
    var nginxPort = freePort();
    var edgePort = freePort();
    var nginx = pinned(List.of("nginx", "-c", nginxConfiguration(work, nginxPort).toString()));
    var edge = pinned(edgeCommand(site, edgePort));
    try {
      var peers =
          List.of(
              peer("nginx", "http://127.0.0.1:%d/page".formatted(nginxPort)),
              peer("edge", "http://127.0.0.1:%d/".formatted(edgePort)));
      System.out.printf(
          "%d bytes of gzip, 64 connections, %d rounds of %s each, in turns%n",
          Files.size(page), ROUNDS, SECONDS);
      for (var peer : peers) {
        rate(peer, false, WARM_UP);
      }
      compare(peers, "plain", false);
      compare(peers, "304", true);
    } finally {
      edge.destroy();
      nginx.destroy();
      edge.waitFor();
      nginx.waitFor();
    }
  }

  private static void compare(List<Peer> peers, String what, boolean unchanged)
      throws IOException, InterruptedException {
    var ratios = new ArrayList<Double>();
    var first = new ArrayList<Double>();
    var second = new ArrayList<Double>();
    for (var round = 0; round < ROUNDS; round++) {
      first.add(rate(peers.getFirst(), unchanged, SECONDS));
      second.add(rate(peers.getLast(), unchanged, SECONDS));
      ratios.add(second.getLast() / first.getLast());
    }
    System.out.printf(
        "%-6s nginx %,.0f/s, edge %,.0f/s, ratio %.2f (median; rounds %s)%n",
        what,
        median(first),
        median(second),
        median(ratios),
        String.join(" ", ratios.stream().map("%.2f"::formatted).toList()));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double rate(Peer peer, boolean unchanged, String seconds)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "taskset",
                "-c",
                "1",
                "wrk",
                "-t1",
                "-c64",
                "-d" + seconds,
                "-H",
                "Accept-Encoding: gzip"));
    if (unchanged) {
      command.addAll(List.of("-H", "If-None-Match: " + peer.etag()));
    }
    command.add(peer.address());
    var wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    wrk.waitFor();
    var rate = RATE.matcher(said);
    if (!rate.find() || said.contains("Non-2xx")) {
      throw new IllegalStateException(peer.name() + " did not answer: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private static Peer peer(String name, String address) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").build();
    var until = System.nanoTime() + 20_000_000_000L;
    while (true) {
      try {
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 200) {
          return new Peer(name, address, answer.headers().firstValue("etag").orElseThrow());
        }
      } catch (IOException notYet) {
        if (System.nanoTime() > until) {
          throw notYet;
        }
      }
      Thread.onSpinWait();
    }
  }

  private static Process pinned(List<String> command) throws IOException {
    var pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
    pinned.addAll(command);
    return new ProcessBuilder(pinned)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> edgeCommand(Path site, int port) {
    return Arrays.asList(
        ProcessHandle.current().info().command().orElseThrow(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        EdgeUnderTest.class.getName(),
        site.toString(),
        String.valueOf(port));
  }

  private static Path nginxConfiguration(Path work, int port) throws IOException {
    return Files.writeString(
        work.resolve("nginx.conf"),
        """
        daemon off; worker_processes 1; pid %1$s/pid; error_log /dev/null; user root;
        events { worker_connections 1024; }
        http {
          access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
          open_file_cache max=100 inactive=60s; open_file_cache_valid 60s;
          client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
          uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
          server {
            listen 127.0.0.1:%2$d; root %1$s; default_type "text/html; charset=utf-8";
            add_header Content-Encoding gzip; add_header Vary Accept-Encoding;
            add_header Cache-Control "public, max-age=10"; add_header X-Content-Type-Options nosniff;
          }
        }
        """
            .formatted(work, port));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
