package farol.runbooks.paas;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wire of the Heroku Platform API: time-outs, retries of reads, and the circuit breaker. */
final class HerokuClient {
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
  static final int READ_TRIES = 3;
  static final int PAGES_MAX = 100;

  private static final String ACCEPT = "application/vnd.heroku+json; version=3";
  private static final long JITTER_MIN_MILLIS = 200;
  private static final long JITTER_MAX_MILLIS = 2_000;
  private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);

  private final String url;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final CircuitBreaker breaker;
  private volatile @Nullable Integer remaining;

  HerokuClient(String url, String token) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.token = token;
    this.breaker =
        CircuitBreaker.of(
            "paas",
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(30)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(15))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
  }

  String url() {
    return url;
  }

  String circuit() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> "open";
      case HALF_OPEN -> "half-open";
      case CLOSED, DISABLED, METRICS_ONLY -> "closed";
    };
  }

  @Nullable Integer remaining() {
    return remaining;
  }

  /** An answer that was read whole. */
  record Answer(
      int status, JsonNode body, @Nullable String requestId, @Nullable String nextRange) {}

  /** Reads; 404 is an answer, other refusals are thrown. */
  Answer get(String path, @Nullable String range) throws PlatformUnavailable {
    for (var attempt = 1; ; attempt++) {
      try {
        return read(path, range);
      } catch (PlatformUnavailable failed) {
        if (attempt == READ_TRIES || !worthTryingAgain(failed)) {
          throw failed;
        }
        rest(failed);
      }
    }
  }

  /** A read that timed out is not repeated: the person who waits has waited long enough. */
  private static boolean worthTryingAgain(PlatformUnavailable failed) {
    return !(failed instanceof CircuitOpen)
        && (failed.notSent() || !(failed.getCause() instanceof HttpTimeoutException));
  }

  /** Reads once, for a quick look. */
  Answer read(String path, @Nullable String range) throws PlatformUnavailable {
    var request = request(path).GET();
    if (range != null) {
      request.header("Range", range);
    }
    var answer = send(request.build(), "GET " + path);
    if (answer.status() >= 400 && answer.status() != 404) {
      throw new PlatformRefused(answer.status(), said("GET " + path, answer));
    }
    return answer;
  }

  /** Changes, sent once whatever comes back. */
  Answer patch(String path, Object body) throws PlatformUnavailable {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    var answer = send(request, "PATCH " + path);
    if (answer.status() >= 400) {
      throw new PlatformRefused(answer.status(), said("PATCH " + path, answer));
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(ANSWER_TIMEOUT)
        .header("Accept", ACCEPT)
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", "farol");
  }

  private Answer send(HttpRequest request, String what) throws PlatformUnavailable {
    if (!breaker.tryAcquirePermission()) {
      throw new CircuitOpen(
          "%s failed too often in the last 30 s; nothing is sent there for a few seconds"
              .formatted(url));
    }
    var from = System.nanoTime();
    try {
      var answer = answer(http.send(request, BodyHandlers.ofString()), what);
      breaker.onSuccess(System.nanoTime() - from, TimeUnit.NANOSECONDS);
      return answer;
    } catch (IOException failed) {
      var unavailable = lost(what, failed);
      breaker.onError(System.nanoTime() - from, TimeUnit.NANOSECONDS, unavailable);
      throw unavailable;
    } catch (PlatformUnavailable failed) {
      breaker.onError(System.nanoTime() - from, TimeUnit.NANOSECONDS, failed);
      throw failed;
    } catch (InterruptedException interrupted) {
      breaker.releasePermission();
      Thread.currentThread().interrupt();
      throw new PlatformUnavailable(what + " was interrupted", false, interrupted);
    }
  }

  private Answer answer(HttpResponse<String> response, String what) throws PlatformUnavailable {
    var headers = response.headers();
    headers.firstValue("RateLimit-Remaining").ifPresent(this::remember);
    var status = response.statusCode();
    if (AGAIN.contains(status) || status >= 500) {
      throw new PlatformUnavailable(
          "%s answered %d to %s".formatted(url, status, what), status == 429, null);
    }
    try {
      var body = response.body().isBlank() ? json.nullNode() : json.readTree(response.body());
      return new Answer(
          status,
          body,
          headers.firstValue("Request-Id").orElse(null),
          headers.firstValue("Next-Range").orElse(null));
    } catch (JacksonException unreadable) {
      throw new PlatformUnavailable(
          "%s answered %s with something that is not JSON".formatted(url, what), false, unreadable);
    }
  }

  private void remember(String header) {
    try {
      remaining = Integer.valueOf(header.strip());
    } catch (NumberFormatException unreadable) {
      remaining = null;
    }
  }

  private PlatformUnavailable lost(String what, IOException failed) {
    var refused =
        failed instanceof ConnectException || failed instanceof HttpConnectTimeoutException;
    var how = refused ? "cannot be reached" : "gave no answer to " + what;
    return new PlatformUnavailable("%s %s".formatted(url, how), refused, failed);
  }

  private static String said(String what, Answer answer) {
    var message = answer.body().path("message").asString("");
    return "%s was refused with %d%s"
        .formatted(what, answer.status(), message.isEmpty() ? "" : ": " + message);
  }

  private static void rest(PlatformUnavailable failed) throws PlatformUnavailable {
    var millis = ThreadLocalRandom.current().nextLong(JITTER_MIN_MILLIS, JITTER_MAX_MILLIS);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    if (Thread.currentThread().isInterrupted()) {
      throw failed;
    }
  }

  /** The breaker is open: nothing was sent. */
  @SuppressWarnings("serial") // Carried within one process, never serialized.
  static final class CircuitOpen extends PlatformUnavailable {
    CircuitOpen(String message) {
      super(message, true, null);
    }
  }
}
