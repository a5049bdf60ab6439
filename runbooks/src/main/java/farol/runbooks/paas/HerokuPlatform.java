package farol.runbooks.paas;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The port over the Heroku Platform API v3; by default it speaks to this process's devcloud. */
@Component
class HerokuPlatform implements Platform, PlatformHealth {
  static final String ID = "default";

  private final HerokuClient client;
  private final String kind;

  @Autowired
  HerokuPlatform(
      @Value("${farol.paas.url:}") String url,
      @Value("${farol.devcloud.port:8082}") int devcloudPort,
      @Value("${farol.paas.token:}") String token) {
    this(
        url.isBlank() ? "http://127.0.0.1:" + devcloudPort : url,
        token.isBlank() ? "farol" : token,
        url.isBlank() ? "simulated" : "real");
  }

  HerokuPlatform(String url, String token, String kind) {
    this.client = new HerokuClient(url, token);
    this.kind = kind;
  }

  @Override
  public About about() {
    return new About(ID, kind, client.url());
  }

  @Override
  public Look look() {
    try {
      client.read("/account/rate-limits", null);
      return new Look(true, client.circuit(), client.remaining(), null);
    } catch (PlatformUnavailable failed) {
      return new Look(false, client.circuit(), client.remaining(), failed.getMessage());
    } catch (PlatformRefused answered) {
      return new Look(true, client.circuit(), client.remaining(), null);
    }
  }

  @Override
  public List<App> apps() throws PlatformUnavailable {
    return all("/apps", HerokuPlatform::app);
  }

  @Override
  public Optional<App> app(String name) throws PlatformUnavailable {
    var answer = client.get("/apps/" + segment(name), null);
    return answer.status() == 404 ? Optional.empty() : Optional.of(app(answer.body()));
  }

  @Override
  public List<Formation> formation(String app) throws PlatformUnavailable {
    return all(
        "/apps/%s/formation".formatted(segment(app)),
        row ->
            new Formation(
                text(row, "type"), row.path("quantity").asInt(0), text(row, "size").strip()));
  }

  @Override
  public List<Dyno> dynos(String app) throws PlatformUnavailable {
    return all(
        "/apps/%s/dynos".formatted(segment(app)),
        row ->
            new Dyno(
                text(row, "id"),
                text(row, "name"),
                text(row, "type"),
                text(row, "state"),
                text(row, "size")));
  }

  @Override
  public List<Release> releases(String app) throws PlatformUnavailable {
    return all(
        "/apps/%s/releases".formatted(segment(app)),
        row ->
            new Release(
                text(row, "id"),
                row.path("version").asInt(0),
                text(row, "status"),
                row.path("current").asBoolean(false),
                text(row, "description")));
  }

  @Override
  public @Nullable String scale(
      String app, Map<String, Integer> quantities, Map<String, String> sizes)
      throws PlatformUnavailable {
    var updates = new ArrayList<Map<String, Object>>();
    quantities.forEach(
        (type, quantity) -> {
          var update = new LinkedHashMap<String, Object>();
          update.put("type", type);
          update.put("quantity", quantity);
          var size = sizes.get(type);
          if (size != null) {
            update.put("dyno_size", Map.of("name", size));
          }
          updates.add(update);
        });
    var path = "/apps/%s/formation".formatted(segment(app));
    return client.patch(path, Map.of("updates", updates)).requestId();
  }

  /** Follows {@code Next-Range} to the end; a list of something that does not exist is empty. */
  private <T> List<T> all(String path, Function<JsonNode, T> read) throws PlatformUnavailable {
    var rows = new ArrayList<T>();
    String range = null;
    for (var page = 0; page < HerokuClient.PAGES_MAX; page++) {
      var answer = client.get(path, range);
      if (answer.status() != 404) {
        answer.body().forEach(row -> rows.add(read.apply(row)));
      }
      range = answer.nextRange();
      if (range == null) {
        return List.copyOf(rows);
      }
    }
    throw new PlatformUnavailable(path + " has too many pages", false, null);
  }

  private static App app(JsonNode row) {
    return new App(
        text(row, "id"),
        text(row, "name"),
        row.path("region").path("name").asString(""),
        row.path("maintenance").asBoolean(false));
  }

  private static String text(JsonNode row, String member) {
    return row.path(member).asString("");
  }

  private static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
