package farol.runbooks.devcloud;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.runbooks.devcloud.metrics.Checkpoints;
import farol.runbooks.devcloud.metrics.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The simulated platform as the console shows and steers it. */
@Service
public class DevcloudDesk {
  /** An app with its dynos as they are now. */
  public record AppSeen(
      CloudApp app,
      List<CloudFormation> formation,
      List<DynoNow> dynos,
      double requestsPerSecond,
      OptionalDouble utilisation) {}

  /** The simulated clock and the size of what is simulated. */
  public record Status(
      Instant now, double rate, long seed, long apps, long dynos, String scenario) {}

  private final Cloud cloud;
  private final Control control;
  private final Journal journal;
  private final Checkpoints checkpoints;
  private final Audit audit;
  private final InstantSource clock;

  DevcloudDesk(
      Cloud cloud,
      Control control,
      Journal journal,
      Checkpoints checkpoints,
      Audit audit,
      InstantSource clock) {
    this.cloud = cloud;
    this.control = control;
    this.journal = journal;
    this.checkpoints = checkpoints;
    this.audit = audit;
    this.clock = clock;
  }

  public Status status() {
    var world = cloud.world();
    return new Status(
        world.now(clock.instant()),
        world.rate(),
        world.seed(),
        cloud.countApps(),
        cloud.countDynos(),
        world.scenario());
  }

  /** All apps by name. */
  public List<AppSeen> apps() {
    var snapshot = cloud.snapshot();
    var reading = new Reading(snapshot, checkpoints);
    return snapshot.stories().stream()
        .map(
            story -> {
              var app = reading.app(story.app().name());
              var dynos =
                  story.dynos().stream()
                      .filter(dyno -> dyno.endedAt() == null)
                      .map(
                          dyno -> DynoNow.of(dyno, story.app(), snapshot.weather(), snapshot.now()))
                      .toList();
              return new AppSeen(
                  story.app(),
                  story.formation(),
                  dynos,
                  app.offeredAt(snapshot.now()),
                  app.utilisationAt(snapshot.now()));
            })
        .toList();
  }

  /** The faults that can still hit. */
  public List<Fault> faults() {
    return control.live();
  }

  /** The newest requests first. */
  public List<LoggedRequest> requests(int limit) {
    return journal.latest(limit);
  }

  /** The zones of a region that are lost now. */
  public List<String> lostZones(Region region) {
    var now = cloud.now();
    var weather = cloud.weather();
    return region.zones().stream().filter(zone -> weather.zoneDown(region, zone, now)).toList();
  }

  @Transactional
  public Fault addFault(Actor actor, FaultOrder order) {
    actor.mustBe(Role.RESPONDER);
    var fault = control.add(order);
    audit.record(
        actor,
        clock.instant(),
        "devcloud.fault-added",
        "devcloud-fault/" + fault.id(),
        null,
        Map.of("kind", fault.kind().wire()));
    return fault;
  }

  @Transactional
  public void removeFault(Actor actor, UUID fault) {
    actor.mustBe(Role.RESPONDER);
    if (!control.remove(fault)) {
      throw Refusal.notFound("The fault " + fault);
    }
    audit.record(
        actor,
        clock.instant(),
        "devcloud.fault-removed",
        "devcloud-fault/" + fault,
        Map.of("live", true),
        null);
  }

  @Transactional
  public void advance(Actor actor, Duration by) {
    actor.mustBe(Role.RESPONDER);
    control.advance(by);
    audit.record(
        actor,
        clock.instant(),
        "devcloud.clock-advanced",
        "devcloud",
        null,
        Map.of("advance", by.toString()));
  }

  /** Replaces all simulated state; for demo data and administrators. */
  @Transactional
  public void load(Actor actor, String scenario) {
    actor.mustBe(Role.ADMIN);
    control.load(scenario, null, 1);
    audit.record(
        actor,
        clock.instant(),
        "devcloud.scenario-loaded",
        "devcloud",
        null,
        Map.of("scenario", scenario));
  }
}
