package farol.alerting.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A webhook's receiver on loopback that notes what it gets and answers by script, else 200. */
final class WebhookSink implements AutoCloseable {
  /** One delivery. */
  record Received(String id, String timestamp, String signature, String body) {}

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Integer> script = new ArrayDeque<>();

  WebhookSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            Objects.toString(headers.getFirst("webhook-id")),
            Objects.toString(headers.getFirst("webhook-timestamp")),
            Objects.toString(headers.getFirst("webhook-signature")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(status(), -1);
    exchange.close();
  }

  private synchronized int status() {
    var next = script.poll();
    return next == null ? 200 : next;
  }

  synchronized void answer(Integer... statuses) {
    script.addAll(List.of(statuses));
  }

  String url() {
    return "http://127.0.0.1:%d/pages".formatted(server.getAddress().getPort());
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
