package farol.alerting.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one way out to addresses that people type. It refuses targets outside the public internet
 * unless an administrator allowed their range, follows no redirect, and bounds time and size.
 *
 * <p>Every address of a name must pass. The client connects to what was checked because the JVM
 * keeps an answer of the resolver for 30 s, longer than a request may take.
 */
@Component
public class GuardedHttp {
  public static final Duration TIMEOUT = Duration.ofSeconds(10);
  public static final int BODY_MAX = 64 * 1024;
  public static final int ADDRESS_MAX = 2_048;

  /**
   * What the other side said.
   *
   * @param body its first 64 KiB
   */
  public record Answer(int status, String body) {}

  private final AddressRanges allowed;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /**
   * Reads the allowed ranges.
   *
   * @param allowed ranges such as {@code 10.1.0.0/16}, comma-separated; {@code loopback} is a word.
   *     A demo always allows it
   */
  public GuardedHttp(
      @Value("${farol.outgoing.allowed:}#{${farol.demo:false} ? ',loopback' : ''}")
          String allowed) {
    this.allowed = AddressRanges.parse(allowed);
  }

  /**
   * Checks an address as a person typed it, without calling it.
   *
   * @throws Refusal 422 on {@code field} when it is no address that may be called
   */
  public URI checked(String field, String address) {
    if (address.length() > ADDRESS_MAX) {
      throw Refusal.invalid(field, "has at most %d characters".formatted(ADDRESS_MAX));
    }
    try {
      var target = URI.create(address);
      check(target);
      return target;
    } catch (IllegalArgumentException | IOException wrong) {
      throw Refusal.invalid(field, String.valueOf(wrong.getMessage()));
    }
  }

  /**
   * Posts a body.
   *
   * @throws IOException when the target may not be called, does not answer, or answers too late
   */
  public Answer post(URI target, Map<String, String> headers, byte[] body) throws IOException {
    check(target);
    var request =
        HttpRequest.newBuilder(target).timeout(TIMEOUT).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Fetches; fails as {@link #post} does. */
  public Answer get(URI target, Map<String, String> headers) throws IOException {
    check(target);
    var request = HttpRequest.newBuilder(target).timeout(TIMEOUT).GET();
    headers.forEach(request::header);
    return send(request.build());
  }

  private Answer send(HttpRequest request) throws IOException {
    var answer = client.sendAsync(request, BodyHandlers.ofInputStream()).thenApply(this::read);
    try {
      return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("No answer within %d s".formatted(TIMEOUT.toSeconds()), late);
    } catch (ExecutionException failed) {
      throw new IOException(reason(failed), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while waiting for an answer", stopped);
    }
  }

  private Answer read(HttpResponse<InputStream> response) {
    try (var body = response.body()) {
      var text = new String(body.readNBytes(BODY_MAX), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String reason(ExecutionException failed) {
    var cause = failed.getCause() == null ? failed : failed.getCause();
    var said = cause.getMessage();
    var kind = cause.getClass().getSimpleName();
    return said == null || said.isBlank() ? kind : kind + ": " + said;
  }

  private void check(URI target) throws IOException {
    var scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IOException("is an http or https address");
    }
    var host = target.getHost();
    if (host == null || target.getUserInfo() != null) {
      throw new IOException("names a host and carries no user name");
    }
    for (var address : InetAddress.getAllByName(host)) {
      if (AddressRanges.isInside(address) && !allowed.contain(address)) {
        throw new IOException(
            "%s leads inside the network, which farol.outgoing.allowed does not permit"
                .formatted(host));
      }
    }
  }
}
