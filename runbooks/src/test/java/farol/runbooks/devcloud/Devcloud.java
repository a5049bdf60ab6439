package farol.runbooks.devcloud;

import farol.alerting.catalog.Audit;
import farol.alerting.storage.SettableClock;
import farol.alerting.storage.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A devcloud over a real database and a real port, with a clock that the test owns. */
public final class Devcloud implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ACCEPT = "application/vnd.heroku+json; version=3";

  /** An answer with its body read as JSON. */
  public record Answer(HttpResponse<String> raw, JsonNode body) {
    public int status() {
      return raw.statusCode();
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    /** A text member of the body. */
    public String text(String member) {
      return body.path(member).asString();
    }
  }

  @Configuration
  @EnableTransactionManagement
  @ComponentScan("farol.runbooks.devcloud")
  static class Wiring {}

  public final SettableClock clock;
  public final AnnotationConfigApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private Devcloud(TestDatabase database, SettableClock clock, Map<String, Object> settings) {
    this.clock = clock;
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.registerBean(DataSource.class, database::source);
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(database.source()));
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(SimpleMeterRegistry.class, () -> new SimpleMeterRegistry());
    context.registerBean(Audit.class, () -> (_, _, _, _, _, _) -> {});
    context.register(Wiring.class);
    context.refresh();
  }

  public static Devcloud over(TestDatabase database, SettableClock clock) {
    return new Devcloud(database, clock, Map.of("farol.devcloud.port", 0));
  }

  public static Devcloud with(
      TestDatabase database, SettableClock clock, Map<String, Object> settings) {
    return new Devcloud(database, clock, settings);
  }

  public static Devcloud fresh() {
    return over(TestDatabase.with("runbooks"), SettableClock.at("2026-11-24T15:00:00Z"));
  }

  public URI uri(String path) {
    return URI.create(context.getBean(DevcloudAddress.class).uri() + path);
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer send(String method, String path, @Nullable String body, String... headers) {
    try {
      return exchange(method, path, body, headers);
    } catch (IOException failed) {
      throw new AssertionError("%s %s was not answered".formatted(method, path), failed);
    }
  }

  /** Sends as a client of the platform does; {@code IOException} when no answer comes. */
  public Answer exchange(String method, String path, @Nullable String body, String... headers)
      throws IOException {
    var all = new ArrayList<>(List.of("Accept", ACCEPT, "Authorization", "Bearer demo"));
    all.addAll(List.of(headers));
    var request =
        HttpRequest.newBuilder(uri(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (var i = 0; i < all.size(); i += 2) {
      request.setHeader(all.get(i), all.get(i + 1));
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      var isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          answer, JSON.readTree(isJson && !answer.body().isEmpty() ? answer.body() : "{}"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** An app with process types web and worker, web at 1. */
  public void app(String name, String region) {
    send("POST", "/apps", "{\"name\":\"%s\",\"region\":\"%s\"}".formatted(name, region));
    deploy(name);
  }

  public void deploy(String app) {
    var slug =
        send(
            "POST",
            "/apps/%s/slugs".formatted(app),
            "{\"process_types\":{\"web\":\"bin/web\",\"worker\":\"bin/worker\"}}");
    send(
        "POST", "/apps/%s/releases".formatted(app), "{\"slug\":\"%s\"}".formatted(slug.text("id")));
  }

  /** Adds a fault and answers its id. */
  public String fault(String body) {
    var added = send("POST", "/_farol/faults", body);
    if (added.status() != 201) {
      throw new AssertionError(added.raw().body());
    }
    return added.text("id");
  }

  /** The states of the dynos by name. */
  public Map<String, String> states(String app) {
    var states = new java.util.TreeMap<String, String>();
    get("/_farol/apps/" + app)
        .body()
        .path("dynos")
        .forEach(dyno -> states.put(dyno.path("name").asString(), dyno.path("state").asString()));
    return states;
  }

  public long effects(String kind) {
    return get("/_farol/effects").body().path("counts").path(kind).asLong(0);
  }

  /** The value of the only sample of an instant query, NaN when there is none. */
  public double value(String query) {
    var answer = get("/api/v1/query?query=" + encode(query));
    if (answer.status() != 200) {
      throw new AssertionError(answer.raw().body());
    }
    var result = answer.body().path("data").path("result");
    return result.isEmpty()
        ? Double.NaN
        : Double.parseDouble(result.get(0).path("value").get(1).asString());
  }

  public static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
    client.close();
  }
}
