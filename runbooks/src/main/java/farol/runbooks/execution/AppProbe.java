package farol.runbooks.execution;

import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks an app for a page. Apps of the simulated platform answer through devcloud's router, those of
 * a real one at their own address; nothing else is ever asked.
 */
@Component
class AppProbe {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private final Platform platform;
  private final String router;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  AppProbe(Platform platform, @Value("${farol.devcloud.port:8082}") int devcloudPort) {
    this.platform = platform;
    this.router = "http://127.0.0.1:" + devcloudPort;
  }

  /** The status it answered with. */
  int get(String app, String url) throws PlatformUnavailable {
    var request = HttpRequest.newBuilder(address(app, url)).timeout(ANSWER_TIMEOUT).GET().build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException failed) {
      throw new PlatformUnavailable("%s gave no answer".formatted(url), true, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailable("The request was interrupted", true, interrupted);
    }
  }

  private URI address(String app, String url) {
    var asked = URI.create(url);
    if (!platform.about().kind().equals("simulated")) {
      return asked;
    }
    var path =
        asked.getRawPath() == null || asked.getRawPath().isEmpty() ? "/" : asked.getRawPath();
    var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return URI.create("%s/_apps/%s%s%s".formatted(router, app, path, query));
  }
}
