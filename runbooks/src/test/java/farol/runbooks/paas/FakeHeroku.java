package farol.runbooks.paas;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A scripted platform behind real HTTP: it counts effects, loses answers and drops requests. */
public final class FakeHeroku implements AutoCloseable {
  /** What happens to the next mutation. */
  public enum Fault {
    LOST_RESPONSE,
    DROP_REQUEST,
    UNAVAILABLE,
    LOST_AND_CHANGED_BY_ANOTHER
  }

  private static final Pattern APP = Pattern.compile("/apps/([^/]+)(/formation|/dynos|/releases)?");

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Map<String, Integer>> apps = new TreeMap<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private final int port;
  private int effects;
  private int pageSize = Integer.MAX_VALUE;
  private int failingReads;

  public FakeHeroku() {
    this.server = start(0);
    this.port = server.getAddress().getPort();
  }

  private HttpServer start(int wanted) {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      started.createContext("/", this::answer);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.start();
      return started;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public Platform platform() {
    return new HerokuPlatform(url(), "key", "simulated");
  }

  public synchronized void app(String name, int web, int worker) {
    apps.put(name, new TreeMap<>(Map.of("web", web, "worker", worker)));
  }

  public synchronized void set(String app, String type, int quantity) {
    apps.getOrDefault(app, new TreeMap<>()).put(type, quantity);
  }

  public synchronized int quantity(String app, String type) {
    return apps.getOrDefault(app, Map.of()).getOrDefault(type, -1);
  }

  public synchronized int effects() {
    return effects;
  }

  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  public void next(Fault... some) {
    faults.addAll(List.of(some));
  }

  public synchronized void pages(int size) {
    pageSize = size;
  }

  public synchronized void failReads(int times) {
    failingReads = times;
  }

  /** Nobody listens from here on. */
  public void goAway() {
    server.stop(0);
  }

  /** It listens again at the same address. */
  public void comeBack() {
    server = start(port);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestMethod();
    var path = exchange.getRequestURI().getPath();
    requests.add(method + " " + path);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (method.equals("GET") && failingReads > 0) {
      failingReads--;
      send(exchange, 503, "{\"id\":\"service_unavailable\",\"message\":\"Away.\"}");
      return;
    }
    if (path.equals("/apps")) {
      list(exchange);
      return;
    }
    var match = APP.matcher(path);
    var app = match.matches() ? match.group(1) : "";
    var types = apps.get(app);
    if (types == null) {
      send(exchange, 404, "{\"id\":\"not_found\",\"message\":\"Couldn't find that app.\"}");
    } else if (method.equals("PATCH")) {
      change(exchange, types, body);
    } else if (match.group(2) == null) {
      send(exchange, 200, described(app));
    } else {
      send(exchange, 200, rows(match.group(2), types));
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    var names = new ArrayList<>(apps.keySet());
    var range = exchange.getRequestHeaders().getFirst("Range");
    var from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    var until = (int) Math.min(names.size(), (long) from + pageSize);
    if (until < names.size()) {
      exchange.getResponseHeaders().add("Next-Range", "id ]%d..".formatted(until));
    }
    var rows = names.subList(from, until).stream().map(FakeHeroku::described).toList();
    send(exchange, until < names.size() ? 206 : 200, "[" + String.join(",", rows) + "]");
  }

  private static String described(String app) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"region\":{\"name\":\"us\"},\"maintenance\":false}"
        .formatted(app, app);
  }

  private static String rows(String what, Map<String, Integer> types) {
    var rows = new ArrayList<String>();
    types.forEach(
        (type, quantity) -> {
          if (what.equals("/formation")) {
            rows.add(
                "{\"type\":\"%s\",\"quantity\":%d,\"size\":\"Standard-1X\"}"
                    .formatted(type, quantity));
          } else if (what.equals("/dynos")) {
            for (var index = 1; index <= quantity; index++) {
              rows.add(
                  "{\"id\":\"%s.%d\",\"name\":\"%s.%d\",\"type\":\"%s\",\"state\":\"up\",\"size\":\"x\"}"
                      .formatted(type, index, type, index, type));
            }
          }
        });
    return "[" + String.join(",", rows) + "]";
  }

  private void change(HttpExchange exchange, Map<String, Integer> types, String body)
      throws IOException {
    var fault = faults.poll();
    if (fault == Fault.DROP_REQUEST) {
      exchange.close();
      return;
    }
    if (fault == Fault.UNAVAILABLE) {
      send(exchange, 503, "{\"id\":\"service_unavailable\",\"message\":\"Away.\"}");
      return;
    }
    effects++;
    for (var update : json.readTree(body).path("updates")) {
      types.put(update.path("type").asString(""), update.path("quantity").asInt(0));
    }
    if (fault == Fault.LOST_AND_CHANGED_BY_ANOTHER) {
      types.put("web", 7);
    }
    if (fault == null) {
      exchange.getResponseHeaders().add("Request-Id", "request-" + effects);
      send(exchange, 200, rows("/formation", types));
    } else {
      exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("RateLimit-Remaining", "4321");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
