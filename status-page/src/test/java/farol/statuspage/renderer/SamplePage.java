package farol.statuspage.renderer;

import farol.statuspage.component.Claim;
import farol.statuspage.component.Component;
import farol.statuspage.component.Group;
import farol.statuspage.component.Page;
import farol.statuspage.component.PageSystem;
import farol.statuspage.component.State;
import farol.statuspage.component.Weights;
import farol.statuspage.incident.Affected;
import farol.statuspage.incident.Impact;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PostState;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.PublicStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A page of any size, the same each time. */
public final class SamplePage {
  static final Instant NOW = Instant.parse("2026-11-23T03:12:04Z");
  private static final Instant THEN = NOW.minus(Duration.ofDays(400));
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private SamplePage() {}

  static Page page() {
    return new Page(
        "pagepagepage",
        "Caminho",
        "http://status.caminho.example/",
        ZoneId.of("Etc/UTC"),
        2,
        Weights.DEFAULT,
        72,
        90,
        10,
        false,
        List.of(),
        "http://localhost:8080/",
        THEN,
        THEN);
  }

  /** Components in groups of seven with claims over 90 days, and open incidents. */
  public static PageState of(int components, int openIncidents) {
    var random = new Random(11);
    var groups = new ArrayList<Group>();
    var all = new ArrayList<Component>();
    var claims = new ArrayList<Claim>();
    for (var at = 0; at < components; at++) {
      if (at % 7 == 0) {
        groups.add(new Group(id(random), "Group " + at / 7, null, at, THEN, THEN));
      }
      var component = component(random, at, groups.getLast().id());
      all.add(component);
      for (var count = random.nextInt(4); count > 0; count--) {
        var from = NOW.minus(Duration.ofMinutes(90 + random.nextInt(88 * 24 * 60)));
        var to = from.plus(Duration.ofMinutes(5 + random.nextInt(80)));
        var state = List.of(State.values()).get(2 + random.nextInt(4));
        claims.add(claim(component.id(), from, to, state));
      }
    }
    var incidents = new ArrayList<Told>();
    for (var at = 0; at < openIncidents; at++) {
      incidents.add(incident(random, at, all, claims));
    }
    return new PageState(page(), groups, all, claims, incidents);
  }

  private static Component component(Random random, int at, String group) {
    return new Component(
        id(random),
        "Component number " + at,
        null,
        group,
        PageSystem.APPS,
        List.of("us-east", "eu-west"),
        at,
        false,
        false,
        LocalDate.parse("2025-01-01"),
        THEN,
        THEN,
        null);
  }

  private static Claim claim(String component, Instant from, Instant to, State state) {
    return new Claim(
        new UUID(1, component.hashCode() + from.getEpochSecond()),
        component,
        "us-east",
        from,
        to,
        state,
        Claim.Origin.HUMAN,
        from,
        new UUID(1, 1),
        null,
        null,
        null,
        null,
        "");
  }

  private static Told incident(
      Random random, int at, List<Component> components, List<Claim> claims) {
    var id = id(random);
    var started = NOW.minus(Duration.ofMinutes(60L * (at + 1)));
    var hit =
        components.subList(at * 3 % components.size(), Math.min(components.size(), at * 3 + 3));
    var affected =
        hit.stream().map(one -> new Affected(one.id(), State.DEGRADED_PERFORMANCE)).toList();
    for (var one : hit) {
      claims.add(
          new Claim(
              UUID.nameUUIDFromBytes(
                  (one.id() + at).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
              one.id(),
              "us-east",
              started,
              null,
              State.DEGRADED_PERFORMANCE,
              Claim.Origin.HUMAN,
              started,
              new UUID(1, 1),
              null,
              id,
              null,
              null,
              ""));
    }
    var incident =
        new PublicIncident(
            id,
            at + 1,
            "Requests to apps in us-east fail, part " + at,
            PublicIncident.Kind.REAL,
            at == 0 ? Impact.MAJOR : Impact.MINOR,
            PublicStatus.IDENTIFIED,
            started,
            List.of("us-east"),
            affected,
            3,
            null,
            NOW.plusSeconds(900),
            started,
            started,
            null,
            NOW);
    var posts = new ArrayList<Post>();
    for (var count = 0; count < 3; count++) {
      posts.add(post(random, incident, started.plus(Duration.ofMinutes(5L + 15L * count)), count));
    }
    return Told.of(incident, posts).orElseThrow();
  }

  private static Post post(Random random, PublicIncident incident, Instant at, int count) {
    var changes =
        count > 0
            ? List.<Post.Change>of()
            : incident.components().stream()
                .map(one -> new Post.Change(one.id(), State.OPERATIONAL, one.state()))
                .toList();
    var words = new StringBuilder("Requests to apps in us-east fail or are slow. ");
    while (words.length() < 300) {
      words.append(id(random), 0, 2 + random.nextInt(8)).append(' ');
    }
    return new Post(
        id(random),
        incident.id(),
        PublicStatus.INVESTIGATING,
        words.toString().strip(),
        at.plus(Duration.ofMinutes(20)),
        List.of(),
        incident.situation(),
        1,
        changes,
        true,
        PostState.PUBLISHED,
        at,
        new UUID(1, 1),
        at,
        new UUID(1, 1),
        at,
        null);
  }

  private static String id(Random random) {
    var id = new StringBuilder();
    for (var at = 0; at < 12; at++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
