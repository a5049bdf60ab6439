package farol.runbooks.execution.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformHealth;
import farol.runbooks.paas.PlatformUnavailable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The platforms that runbooks run on, and their apps. */
@RestController
@RequestMapping("/api/v1/platforms")
class PlatformController {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

  private final Platform platform;
  private final PlatformHealth health;

  PlatformController(Platform platform, PlatformHealth health) {
    this.platform = platform;
    this.health = health;
  }

  /** A platform. */
  record PlatformAnswer(
      String id,
      String kind,
      String url,
      boolean reachable,
      String circuit,
      @Nullable Integer rateLimitRemaining) {}

  /** An app with what runs of it. */
  record AppAnswer(
      String id,
      String name,
      String region,
      boolean maintenance,
      List<Platform.Formation> formation,
      Platform.@Nullable Release release,
      List<Platform.Dyno> dynos) {}

  @GetMapping
  Items<PlatformAnswer> list(Actor actor) {
    actor.mustBe(Role.VIEWER);
    var about = platform.about();
    var look = health.look();
    return Items.all(
        List.of(
            new PlatformAnswer(
                about.id(),
                about.kind(),
                about.url(),
                look.reachable(),
                look.circuit(),
                look.rateLimitRemaining())));
  }

  @GetMapping("/{id}/apps")
  Items<Platform.App> apps(
      Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String q) {
    actor.mustBe(Role.VIEWER);
    checkId(id);
    try {
      return Items.all(
          platform.apps().stream()
              .filter(app -> app.name().contains(q))
              .sorted(Comparator.comparing(Platform.App::name))
              .limit(Items.LIMIT_MAX)
              .toList());
    } catch (PlatformUnavailable away) {
      throw unavailable(away);
    }
  }

  @GetMapping("/{id}/apps/{name}")
  AppAnswer app(Actor actor, @PathVariable String id, @PathVariable String name) {
    actor.mustBe(Role.VIEWER);
    checkId(id);
    try {
      var app = platform.app(name).orElseThrow(() -> Refusal.notFound("The app " + name));
      return new AppAnswer(
          app.id(),
          app.name(),
          app.region(),
          app.maintenance(),
          platform.formation(app.name()),
          platform.releases(app.name()).stream()
              .max(Comparator.comparingInt(Platform.Release::version))
              .orElse(null),
          platform.dynos(app.name()));
    } catch (PlatformUnavailable away) {
      throw unavailable(away);
    }
  }

  private void checkId(String id) {
    if (!platform.about().id().equals(id)) {
      throw Refusal.notFound("The platform " + id);
    }
  }

  private static Refusal unavailable(PlatformUnavailable away) {
    return Refusal.unavailable(
        "platform-unavailable", "The platform is away: " + away.getMessage(), RETRY_AFTER);
  }
}
