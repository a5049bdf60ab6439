package farol.runbooks.devcloud;

import farol.alerting.storage.Timestamps;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the one world. */
@Component("devcloudJdbcWorld")
class JdbcWorld {
  private final JdbcClient jdbc;

  JdbcWorld(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The world; an empty one begins at {@code clock} where there is none yet. */
  World read(Instant clock) {
    var found =
        jdbc.sql("select * from runbooks.devcloud_world")
            .query(
                (row, _) ->
                    new World(
                        row.getString("scenario"),
                        row.getLong("seed"),
                        Timestamps.read(row, "anchor_clock"),
                        Timestamps.read(row, "anchor_now"),
                        row.getDouble("rate")))
            .optional();
    return found.orElseGet(() -> begin(clock));
  }

  private World begin(Instant clock) {
    var world = World.begin("empty", 1, clock);
    insert(world, "do nothing");
    return world;
  }

  void write(World world) {
    insert(
        world,
        """
        do update set scenario = :scenario, seed = :seed, anchor_clock = :anchorClock,
          anchor_now = :anchorNow, rate = :rate
        """);
  }

  private void insert(World world, String onConflict) {
    jdbc.sql(
            """
            insert into runbooks.devcloud_world
              (id, scenario, seed, anchor_clock, anchor_now, rate)
            values (1, :scenario, :seed, :anchorClock, :anchorNow, :rate)
            on conflict on constraint devcloud_world_pk
            """
                + onConflict)
        .param("scenario", world.scenario())
        .param("seed", world.seed())
        .param("anchorClock", Timestamps.of(world.anchorClock()))
        .param("anchorNow", Timestamps.of(world.anchorNow()))
        .param("rate", world.rate())
        .update();
  }

  /** Forgets everything but the world itself. */
  void clear() {
    jdbc.sql(
            """
            truncate runbooks.devcloud_app, runbooks.devcloud_formation, runbooks.devcloud_slug,
              runbooks.devcloud_release, runbooks.devcloud_dyno, runbooks.devcloud_setting,
              runbooks.devcloud_fault, runbooks.devcloud_effect_count, runbooks.devcloud_effect,
              runbooks.devcloud_request, runbooks.devcloud_pool
            """)
        .update();
  }
}
