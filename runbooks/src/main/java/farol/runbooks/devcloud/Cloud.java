package farol.runbooks.devcloud;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the simulated platform: what is stored, and what follows from it at an instant. */
@Component("devcloudCloud")
public class Cloud {
  private final JdbcWorld world;
  private final JdbcApps apps;
  private final JdbcDynos dynos;
  private final JdbcReleases releases;
  private final JdbcFaults faults;
  private final InstantSource clock;

  Cloud(
      JdbcWorld world,
      JdbcApps apps,
      JdbcDynos dynos,
      JdbcReleases releases,
      JdbcFaults faults,
      InstantSource clock) {
    this.world = world;
    this.apps = apps;
    this.dynos = dynos;
    this.releases = releases;
    this.faults = faults;
    this.clock = clock;
  }

  /** The simulated instant. */
  public Instant now() {
    return world().now(clock.instant());
  }

  public World world() {
    return world.read(clock.instant());
  }

  public List<CloudApp> apps() {
    return apps.all();
  }

  public long countApps() {
    return apps.count();
  }

  /** The dynos that are asked for, whatever state they are in. */
  public long countDynos() {
    return dynos.count();
  }

  /** The app of this name or id; 404 when there is none. */
  public CloudApp app(String nameOrId) {
    return apps.find(nameOrId).orElseThrow(() -> ApiProblem.notFound("app"));
  }

  public List<CloudFormation> formation(CloudApp app) {
    return dynos.formation(app.id());
  }

  /** The dynos of an app as they are now. */
  public List<DynoNow> dynos(CloudApp app) {
    var now = now();
    var weather = weather();
    return dynos.live(app.id()).stream().map(dyno -> DynoNow.of(dyno, app, weather, now)).toList();
  }

  /** Oldest first; the last is the current one. */
  public List<CloudRelease> releases(CloudApp app) {
    return releases.all(app.id());
  }

  public CloudSlug slug(CloudApp app, String id) {
    return releases.slug(app.id(), id).orElseThrow(() -> ApiProblem.notFound("slug"));
  }

  public Map<String, String> config(CloudApp app) {
    return releases.current(app.id()).map(CloudRelease::config).orElse(Map.of());
  }

  /** In the order of their creation, ended ones included. */
  public List<Fault> faults() {
    return faults.all();
  }

  public Weather weather() {
    return new Weather(faults.all());
  }

  /** Everything there is to compute with. */
  public Snapshot snapshot() {
    var formation = byApp(dynos.formation(), CloudFormation::app);
    var generations = byApp(dynos.all(), CloudDyno::app);
    var settings = byApp(apps.settings(), Setting::app);
    var stories =
        apps.all().stream()
            .map(
                app ->
                    new Story(
                        app,
                        formation.getOrDefault(app.id(), List.of()),
                        generations.getOrDefault(app.id(), List.of()),
                        settings.getOrDefault(app.id(), List.of())))
            .filter(story -> !story.settings().isEmpty())
            .toList();
    return new Snapshot(stories, weather(), now());
  }

  /** The same for these apps only; names that are not there are left out. */
  public Snapshot snapshot(Collection<String> names) {
    var stories =
        names.stream()
            .distinct()
            .flatMap(name -> apps.find(name).stream())
            .map(this::story)
            .toList();
    return new Snapshot(stories, weather(), now());
  }

  private Story story(CloudApp app) {
    return new Story(app, dynos.formation(app.id()), dynos.all(app.id()), apps.settings(app.id()));
  }

  private static <T> Map<UUID, List<T>> byApp(
      List<T> rows, java.util.function.Function<T, UUID> app) {
    return rows.stream().collect(Collectors.groupingBy(app));
  }
}
