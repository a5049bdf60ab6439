package farol.runbooks.devcloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Scales and restarts dynos. Each command records one effect in the caller's transaction. */
@Component("devcloudDynoCommands")
@Transactional(propagation = Propagation.MANDATORY)
public class DynoCommands {
  /** What one process type shall be; what is null stays. */
  public record Update(String type, @Nullable Quantity quantity, @Nullable DynoSize size) {}

  private final JdbcApps apps;
  private final JdbcDynos dynos;
  private final JdbcReleases releases;
  private final JdbcFaults faults;
  private final Journal journal;

  DynoCommands(
      JdbcApps apps, JdbcDynos dynos, JdbcReleases releases, JdbcFaults faults, Journal journal) {
    this.apps = apps;
    this.dynos = dynos;
    this.releases = releases;
    this.faults = faults;
    this.journal = journal;
  }

  /** Checks every update, then applies them all; a type is named by itself or by its id. */
  public List<CloudFormation> scale(Caller caller, String key, List<Update> updates) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    var before = dynos.formation(app.id());
    var after = new ArrayList<CloudFormation>();
    for (var update : updates) {
      after.add(changed(before, after, update, caller.now()));
    }
    after.forEach(row -> apply(app, row, caller.now()));
    var rows = dynos.formation(app.id());
    journal.effect(caller, app.name(), "formation.update", facts(before), facts(rows));
    var ids = after.stream().map(CloudFormation::id).toList();
    return rows.stream().filter(row -> ids.contains(row.id())).toList();
  }

  private static CloudFormation changed(
      List<CloudFormation> before, List<CloudFormation> after, Update update, Instant now) {
    var row =
        after.reversed().stream()
            .filter(names(update.type()))
            .findFirst()
            .or(() -> before.stream().filter(names(update.type())).findFirst())
            .orElseThrow(() -> ApiProblem.notFound("process type"));
    var wanted =
        update.quantity() == null ? row.quantity() : update.quantity().from(row.quantity());
    if (wanted < 0 || wanted > CloudFormation.QUANTITY_MAX) {
      throw ApiProblem.invalid(
          "Cannot have %d %s dynos: 0 to %d are allowed."
              .formatted(wanted, row.type(), CloudFormation.QUANTITY_MAX));
    }
    var size = update.size() == null ? row.size() : update.size();
    return new CloudFormation(
        row.id(), row.app(), row.type(), wanted, size, row.command(), row.createdAt(), now);
  }

  private static Predicate<CloudFormation> names(String type) {
    return row -> row.type().equals(type) || row.id().toString().equals(type);
  }

  /** Writes the row and makes dynos follow it; another size starts them anew. */
  private void apply(CloudApp app, CloudFormation row, Instant now) {
    dynos.write(row);
    var live =
        dynos.live(app.id()).stream().filter(dyno -> dyno.type().equals(row.type())).toList();
    for (var dyno : live) {
      if (dyno.index() > row.quantity() || dyno.size() != row.size()) {
        dynos.end(dyno.id(), now);
      }
    }
    var kept =
        live.stream().filter(dyno -> dyno.size() == row.size()).map(CloudDyno::index).toList();
    for (var index = 1; index <= row.quantity(); index++) {
      if (!kept.contains(index)) {
        start(row, index, now);
      }
    }
  }

  private void start(CloudFormation row, int index, Instant now) {
    var release = releases.current(row.app()).orElseThrow();
    var id = UUID.randomUUID();
    dynos.insert(
        new CloudDyno(
            id,
            row.app(),
            row.type(),
            index,
            row.size(),
            row.command(),
            release.id(),
            release.version(),
            now,
            null,
            Hash.of(id.toString())));
  }

  /** Restarts all dynos of an app. */
  public void restart(Caller caller, String key) {
    restart(caller, key, _ -> true, "dynos.restart", null);
  }

  /** Restarts the dynos of a type. */
  public void restartType(Caller caller, String key, String type, String kind) {
    restart(caller, key, now -> now.dyno().type().equals(type), kind, "formation");
  }

  /** Restarts one dyno, named by its name or its present id. */
  public void restartOne(Caller caller, String key, String dyno, String kind) {
    restart(
        caller,
        key,
        now -> now.dyno().name().equals(dyno) || now.id().toString().equals(dyno),
        kind,
        "dyno");
  }

  private void restart(
      Caller caller, String key, Predicate<DynoNow> scope, String kind, @Nullable String needed) {
    var app = apps.lock(key).orElseThrow(() -> ApiProblem.notFound("app"));
    var weather = new Weather(faults.all());
    var hit =
        dynos.live(app.id()).stream()
            .map(dyno -> DynoNow.of(dyno, app, weather, caller.now()))
            .filter(scope)
            .toList();
    if (hit.isEmpty() && needed != null) {
      throw ApiProblem.notFound(needed);
    }
    renew(app, hit.stream().map(DynoNow::dyno).toList(), caller.now());
    var names = hit.stream().map(now -> now.dyno().name()).toList();
    journal.effect(caller, app.name(), kind, Map.of("dynos", names), Map.of("dynos", names));
  }

  /** Ends these dynos and starts them anew, on the current release. */
  private void renew(CloudApp app, List<CloudDyno> old, Instant now) {
    var rows = new TreeMap<String, CloudFormation>();
    dynos.formation(app.id()).forEach(row -> rows.put(row.type(), row));
    for (var dyno : old) {
      dynos.end(dyno.id(), now);
      start(Objects.requireNonNull(rows.get(dyno.type())), dyno.index(), now);
    }
  }

  /** Makes the formation follow a release: its process types, and all dynos anew. */
  void follow(CloudApp app, @Nullable CloudSlug slug, Instant now) {
    var rows = dynos.formation(app.id());
    if (slug != null) {
      retype(app, slug, rows, now);
    }
    renew(app, dynos.live(app.id()), now);
  }

  private void retype(CloudApp app, CloudSlug slug, List<CloudFormation> rows, Instant now) {
    var first = rows.isEmpty();
    for (var row : rows) {
      if (!slug.processTypes().containsKey(row.type())) {
        apply(app, with(row, 0, row.command(), now), now);
        dynos.remove(row);
      }
    }
    slug.processTypes()
        .forEach(
            (type, command) -> {
              var row = rows.stream().filter(names(type)).findFirst();
              var quantity = first && type.equals("web") ? 1 : 0;
              apply(
                  app,
                  row.map(present -> with(present, present.quantity(), command, now))
                      .orElseGet(() -> fresh(app, type, quantity, command, now)),
                  now);
            });
  }

  private static CloudFormation with(
      CloudFormation row, int quantity, String command, Instant now) {
    return new CloudFormation(
        row.id(), row.app(), row.type(), quantity, row.size(), command, row.createdAt(), now);
  }

  private static CloudFormation fresh(
      CloudApp app, String type, int quantity, String command, Instant now) {
    return new CloudFormation(
        UUID.randomUUID(), app.id(), type, quantity, DynoSize.STANDARD_1X, command, now, now);
  }

  private static Map<String, Object> facts(List<CloudFormation> rows) {
    var facts = new TreeMap<String, Object>();
    rows.forEach(
        row ->
            facts.put(row.type(), Map.of("quantity", row.quantity(), "size", row.size().wire())));
    return facts;
  }
}
