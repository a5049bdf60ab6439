package farol.statuspage.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.IncidentId;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.statuspage.House;
import farol.statuspage.component.Claims;
import farol.statuspage.component.Components;
import farol.statuspage.component.State;
import farol.statuspage.incident.Situation.Difference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsTest {
  private static final Actor ADMIN = House.actor(Role.ADMIN);
  private static final Actor COMMANDER = House.actor(Role.COMMANDER);
  private static final Actor RESPONDER = House.actor(Role.RESPONDER);

  @TempDir Path home;
  private House house;
  private Posts posts;
  private PublicIncidents incidents;
  private Components components;
  private String routing;
  private String builds;

  @BeforeEach
  void open() {
    house = new House(home);
    posts = house.get(Posts.class);
    incidents = house.get(PublicIncidents.class);
    components = house.get(Components.class);
    routing = component("HTTP routing", List.of("us-east", "eu-west"));
    builds = component("Builds", List.of());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String component(String name, List<String> regions) {
    return components
        .create(
            new Components.Description(name, null, null, "Apps", regions, null, null, null, null),
            ADMIN)
        .component()
        .id();
  }

  private PublicIncident incident(String impact, String component) {
    return incidents.open(
        new PublicIncidents.Description(
            "Requests fail",
            impact,
            house.clock.instant().minus(Duration.ofMinutes(10)),
            null,
            List.of("us-east"),
            List.of(new PublicIncidents.Named(component, "partial_outage")),
            null),
        RESPONDER);
  }

  private Posts.Statement says(String status, @Nullable Integer minutes, boolean publish) {
    return says(status, minutes, null, publish);
  }

  private Posts.Statement says(
      String status, @Nullable Integer minutes, @Nullable List<Posts.Said> said, boolean publish) {
    return new Posts.Statement(
        status, "We are looking.", minutes == null ? null : in(minutes), said, true, publish);
  }

  private Instant in(int minutes) {
    return house.clock.instant().plus(Duration.ofMinutes(minutes));
  }

  private State state(String component) {
    return components.component(component).state();
  }

  @Test
  void aDraftIsApprovedThenPublishedAndMovesTheComponentWithTheText() {
    var incident = incident("minor", routing);
    var draft = posts.draft(incident.id(), says("investigating", 20, false), RESPONDER).post();
    assertThat(draft.state()).isEqualTo(PostState.DRAFT);
    assertThat(state(routing)).isEqualTo(State.OPERATIONAL);

    posts.approve(draft.id(), COMMANDER);
    var done = (PostOutcome.Done) posts.publish(draft.id(), COMMANDER);

    assertThat(done.post().state()).isEqualTo(PostState.PUBLISHED);
    assertThat(done.pageEvent()).isNotNull();
    assertThat(state(routing)).isEqualTo(State.PARTIAL_OUTAGE);
    var claim = house.get(Claims.class).of(routing, null).getFirst();
    assertThat(claim.from()).isEqualTo(incident.startedAt());
    assertThat(claim.region()).isEqualTo("us-east");
    assertThat(incidents.incident(incident.id()).isPublic()).isTrue();
    assertThat(house.get(House.Heard.class).posts)
        .singleElement()
        .satisfies(event -> assertThat(event.post()).isEqualTo(draft.id()));
  }

  @Test
  void aDraftNobodyApprovedIsNotPublished() {
    var draft =
        posts.draft(incident("minor", routing).id(), says("investigating", 20, false), RESPONDER);

    assertThatThrownBy(() -> posts.publish(draft.post().id(), COMMANDER))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-approved"));
  }

  @Test
  void anApprovalIsVoidOnceTheSituationMovedAndSaysWhatDiffers() {
    var incident = incident("minor", routing);
    var draft = posts.draft(incident.id(), says("investigating", 20, false), RESPONDER).post();
    incidents.change(
        incident.id(),
        new PublicIncidents.Description(null, "major", null, null, null, null, null),
        RESPONDER);

    var outcome = posts.approve(draft.id(), COMMANDER);

    assertThat(outcome).isInstanceOf(PostOutcome.Voided.class);
    assertThat(((PostOutcome.Voided) outcome).differences())
        .containsExactly(new Difference("impact", "minor", "major"));
    assertThat(posts.post(draft.id()).state()).isEqualTo(PostState.VOIDED);

    posts.rebase(draft.id(), RESPONDER);
    posts.approve(draft.id(), COMMANDER);
    assertThat(posts.publish(draft.id(), COMMANDER).post().state()).isEqualTo(PostState.PUBLISHED);
  }

  @Test
  void ofTwoPublishesAtOnceOneWins() throws Exception {
    var incident = incident("minor", routing);
    var draft = posts.draft(incident.id(), says("investigating", 20, false), RESPONDER).post();
    posts.approve(draft.id(), COMMANDER);
    var start = new CyclicBarrier(2);
    Callable<Integer> publish =
        () -> {
          start.await();
          try {
            posts.publish(draft.id(), COMMANDER);
            return 200;
          } catch (Refusal refused) {
            return refused.status();
          }
        };

    try (var people = Executors.newFixedThreadPool(2)) {
      var answers = people.invokeAll(List.of(publish, publish));

      assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
          .containsExactlyInAnyOrder(200, 409);
    }
    assertThat(house.get(House.Heard.class).posts).hasSize(1);
  }

  @Test
  void anImpactNeedsAnAffectedComponent() {
    var incident =
        incidents.open(
            new PublicIncidents.Description(
                "Requests fail", "minor", null, null, null, List.of(), null),
            RESPONDER);

    assertThatThrownBy(() -> posts.draft(incident.id(), says("investigating", 20, true), COMMANDER))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.errors().getFirst().field()).isEqualTo("components"));
  }

  @Test
  void aPostThatIsNotTheLastPromisesTheNextWithinADay() {
    var incident = incident("minor", routing);

    for (var minutes : new Integer[] {null, 0, -5, 24 * 60 + 1}) {
      assertThatThrownBy(
              () -> posts.draft(incident.id(), says("investigating", minutes, true), COMMANDER))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.errors().getFirst().field()).isEqualTo("nextUpdateAt"));
    }
    assertThat(posts.of(incident.id())).isEmpty();
  }

  @Test
  void aResolutionEndsEachComponentAtItsOwnTime() {
    var incident = incident("minor", routing);
    posts.draft(
        incident.id(),
        says(
            "investigating",
            20,
            List.of(
                new Posts.Said(routing, "partial_outage", null),
                new Posts.Said(builds, "major_outage", null)),
            true),
        COMMANDER);
    house.clock.advance(Duration.ofMinutes(30));
    var ended = house.clock.instant().minus(Duration.ofMinutes(10));

    posts.draft(
        incident.id(),
        says("resolved", null, List.of(new Posts.Said(routing, "operational", ended)), true),
        COMMANDER);

    assertThat(house.get(Claims.class).of(routing, null).getLast().to()).isEqualTo(ended);
    assertThat(house.get(Claims.class).of(builds, null).getLast().to())
        .isEqualTo(house.clock.instant());
    assertThat(state(builds)).isEqualTo(State.OPERATIONAL);
    assertThat(incidents.incident(incident.id()).isOpen()).isFalse();
    assertThatThrownBy(() -> posts.draft(incident.id(), says("monitoring", 20, true), COMMANDER))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anExerciseIsPublishedAndReachesNobody() {
    var exercise =
        incidents.open(
            new PublicIncidents.Description(
                "Practice",
                "minor",
                null,
                "EXERCISE",
                null,
                List.of(new PublicIncidents.Named(routing, "major_outage")),
                null),
            RESPONDER);

    var done =
        (PostOutcome.Done) posts.draft(exercise.id(), says("investigating", 20, true), COMMANDER);

    assertThat(done.post().state()).isEqualTo(PostState.PUBLISHED);
    assertThat(done.pageEvent()).isNull();
    assertThat(incidents.incident(exercise.id()).isPublic()).isFalse();
    assertThat(state(routing)).isEqualTo(State.OPERATIONAL);
    assertThat(house.get(Published.class).incidentsSince(Instant.EPOCH, 10)).isEmpty();
    assertThat(house.get(House.Heard.class).posts).isEmpty();
  }

  @Test
  void anEditKeepsTheOldTextAndShowsThatItWasEdited() {
    var incident = incident("minor", routing);
    var post = posts.draft(incident.id(), says("investigating", 20, true), COMMANDER).post();
    house.clock.advance(Duration.ofMinutes(1));

    posts.edit(post.id(), "We know more.", null, COMMANDER);

    assertThat(posts.post(post.id()).body()).isEqualTo("We know more.");
    assertThat(posts.post(post.id()).editedAt()).isEqualTo(house.clock.instant());
    assertThat(
            house
                .database
                .jdbc()
                .sql("select body from statuspage.post_revision")
                .query(String.class)
                .single())
        .isEqualTo("We are looking.");
  }

  @Test
  void aResponderDraftsAndOnlyACommanderPublishes() {
    var incident = incident("minor", routing);

    assertThatThrownBy(() -> posts.draft(incident.id(), says("investigating", 20, true), RESPONDER))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
  }

  @Test
  void theIncidentRoomSpeaksThroughOnePublicIncidentUntilItIsResolved() {
    var room = house.get(PublicPosts.class);
    var internal = IncidentId.random();

    var first =
        house.inTransaction(
            () ->
                room.post(internal, statement("investigating"), RESPONDER, house.clock.instant()));
    house.clock.advance(Duration.ofMinutes(5));
    var second =
        house.inTransaction(
            () -> room.post(internal, statement("monitoring"), RESPONDER, house.clock.instant()));
    house.clock.advance(Duration.ofMinutes(5));
    house.inTransaction(
        () -> room.post(internal, statement("resolved"), RESPONDER, house.clock.instant()));

    assertThat(first.state()).isEqualTo("PUBLISHED");
    assertThat(first.publicUrl())
        .isEqualTo("http://status.caminho.example/i/" + first.publicIncidentId());
    assertThat(second.publicIncidentId()).isEqualTo(first.publicIncidentId());
    assertThat(room.of(internal)).hasValueSatisfying(state -> assertThat(state.open()).isFalse());
    assertThat(state(routing)).isEqualTo(State.OPERATIONAL);
  }

  private PublicPosts.Statement statement(String status) {
    var isLast = status.equals("resolved");
    return new PublicPosts.Statement(
        "Routing is slow",
        status,
        "Routing is slow.",
        "minor",
        List.of(
            new PublicPosts.ComponentState(
                "http routing", isLast ? "operational" : "degraded_performance")),
        isLast ? null : in(20),
        true);
  }
}
