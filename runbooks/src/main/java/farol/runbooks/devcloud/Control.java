package farol.runbooks.devcloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steers the simulation: scenario, clock and faults. */
@Component("devcloudControl")
public class Control {
  public static final int FLEET_MAX = AppCommands.DEVCLOUD_APPS;

  private final JdbcWorld world;
  private final JdbcFaults faults;
  private final ScenarioLoader loader;
  private final Cloud cloud;
  private final InstantSource clock;

  Control(
      JdbcWorld world, JdbcFaults faults, ScenarioLoader loader, Cloud cloud, InstantSource clock) {
    this.world = world;
    this.faults = faults;
    this.loader = loader;
    this.cloud = cloud;
    this.clock = clock;
  }

  /** Replaces all state by a scenario: empty, caminho, or fleet with so many apps. */
  @Transactional
  public void load(String scenario, @Nullable Integer apps, long seed) {
    var count = apps == null ? Scenario.FLEET_DEFAULT : apps;
    if (count < 1 || count > FLEET_MAX) {
      throw new IllegalArgumentException("apps lies in 1 to " + FLEET_MAX);
    }
    var found =
        Scenario.named(scenario, count, seed)
            .orElseThrow(
                () -> new IllegalArgumentException("name is one of empty, caminho, fleet"));
    loader.load(found, seed, clock.instant());
  }

  @Transactional
  public void advance(Duration by) {
    world.write(cloud.world().advanced(clock.instant(), by));
  }

  @Transactional
  public void rate(double rate) {
    world.write(cloud.world().running(clock.instant(), rate));
  }

  @Transactional
  public Fault add(FaultOrder order) {
    var now = cloud.now();
    if (live(now).size() >= Fault.FAULTS_MAX) {
      throw new IllegalArgumentException("At most %d faults at once".formatted(Fault.FAULTS_MAX));
    }
    var fault = order.begin(now);
    faults.insert(fault);
    return fault;
  }

  /** Ends the fault; false when none of this id is live. */
  @Transactional
  public boolean remove(UUID fault) {
    var now = cloud.now();
    var found = live(now).stream().anyMatch(one -> one.id().equals(fault));
    faults.end(fault, now);
    return found;
  }

  @Transactional
  public void removeAll() {
    var now = cloud.now();
    live(now).forEach(fault -> faults.end(fault.id(), now));
  }

  /** The faults that can still hit, in the order of their creation. */
  public List<Fault> live() {
    return live(cloud.now());
  }

  private List<Fault> live(Instant now) {
    return faults.all().stream().filter(fault -> fault.liveAt(now)).toList();
  }

  /**
   * The first fault, in the order of their creation, that hits this request; it is used up by it.
   */
  public Optional<Fault> hit(
      UUID request,
      String method,
      String path,
      @Nullable CloudApp app,
      Account account,
      Instant now) {
    for (var fault : live(now)) {
      if (fault.kind().ofRequests()
          && fault
              .match()
              .hits(
                  method,
                  path,
                  app == null ? null : app.name(),
                  account.email(),
                  app == null ? null : app.region())
          && Hash.unit(request.getLeastSignificantBits(), fault.id().getLeastSignificantBits())
              < fault.probability()
          && faults.use(fault.id())) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
