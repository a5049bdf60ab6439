package farol.runbooks.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import farol.alerting.door.Refusal;
import farol.runbooks.execution.PlannedStep.Change;
import farol.runbooks.library.Examples;
import farol.runbooks.library.Finding;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static final Map<String, String> IPE = Map.of("app", "ipe");

  @TempDir private Path disk;
  private House house;

  @BeforeEach
  void build() {
    house = new House(disk);
    house.heroku.app("ipe", 1, 0);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void showsWhatItWouldChangeAndHowThatIsTakenBack() {
    house.write(Examples.SCALE_WEB, "scale/spike.md");

    var plan = house.plan("scale-web-for-spike", IPE);

    var scale = plan.resolved().steps().get(2);
    assertThat(plan.status(House.NOON)).isEqualTo("READY");
    assertThat(scale.command()).isEqualTo("heroku ps:scale web=3 worker=2 --app ipe");
    assertThat(scale.diff())
        .containsExactly(
            new Change("/apps/ipe/formation/web/quantity", 1, 3),
            new Change("/apps/ipe/formation/worker/quantity", 0, 2));
    assertThat(scale.undo().diff())
        .containsExactly(
            new Change("/apps/ipe/formation/web/quantity", 3, 1),
            new Change("/apps/ipe/formation/worker/quantity", 2, 0));
    assertThat(scale.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.path()).isEqualTo("/apps/ipe/formation"));
    assertThat(plan.resolved().steps().getFirst().text()).contains("{app=\"ipe\"}");
    assertThat(plan.resolved().blastRadius().dynosChanged()).isEqualTo(4);
    assertThat(plan.resolved().params()).containsEntry("reason", "spike on checkout");
    assertThat(house.heroku.effects()).isZero();
    assertThat(house.heroku.requests()).hasSize(2);
  }

  @Test
  void givesTheSameHashForTheSameStateAndAnotherForAnother() {
    house.write(Examples.scaleOnly("freeze: respect"), "scale/web.md");

    var first = house.plan("scale-web", IPE);
    var second = house.plan("scale-web", IPE);
    house.heroku.set("ipe", "web", 2);
    var third = house.plan("scale-web", IPE);

    assertThat(second.hash()).isEqualTo(first.hash());
    assertThat(third.hash()).isNotEqualTo(first.hash());
    assertThat(PlanHash.of(house.plans.get(first.id()).resolved())).isEqualTo(first.hash());
  }

  @Test
  void blocksWhatIsOverBudget() {
    house.write(Examples.scaleOnly("blast_radius: {dynos_changed: 3}"), "scale/web.md");

    var plan = house.plan("scale-web", IPE);

    assertThat(plan.status(House.NOON)).isEqualTo("BLOCKED");
    assertThat(plan.resolved().findings())
        .extracting(Finding::message)
        .containsExactly("Over budget: dynosChanged 4 of 3");
    assertThat(plan.resolved().blastRadius().within()).isFalse();
  }

  @Test
  void letsALaterStepSeeWhatAnEarlierOneWouldLeave() {
    house.write(
        Examples.withBlock(
            """
            ```heroku {id=up}
            $ heroku ps:scale web+2 --app ${{ params.app }}
            ```
            ```heroku {id=again}
            $ heroku ps:scale web=3 --app ${{ params.app }}
            ```
            ```heroku {id=down}
            $ heroku ps:scale web-1 --app ${{ params.app }}
            ```
            """),
        "x.md");

    var steps = house.plan("one-block", IPE).resolved().steps();

    assertThat(steps.getFirst().diff())
        .containsExactly(new Change("/apps/ipe/formation/web/quantity", 1, 3));
    assertThat(steps.get(1).noChange()).isTrue();
    assertThat(steps.getLast().diff())
        .containsExactly(new Change("/apps/ipe/formation/web/quantity", 3, 2));
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        arguments(Map.of("app", "ipe", "size", "web=50"), "params.size"),
        arguments(Map.of("app", "ipe", "size", "web=3; reboot"), "params.size"),
        arguments(Map.of("app", "ipe --confirm x"), "params.app"),
        arguments(Map.of("app", "--all"), "params.app"),
        arguments(Map.of("app", "nope"), "params.app"),
        arguments(Map.of(), "params.app"),
        arguments(Map.of("app", "ipe", "colour", "red"), "params.colour"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void refusesWrongValuesNamingTheField(Map<String, String> params, String field) {
    house.write(Examples.scaleOnly("freeze: respect"), "scale/web.md");

    assertThatThrownBy(() -> house.plan("scale-web", params))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.errors()).extracting(Refusal.FieldError::field).contains(field);
            });
  }

  @Test
  void refusesVerbsAndAddressesThatThisVersionCannotDo() {
    house.write(
        Examples.withBlock(
            """
            ```heroku {id=restart undo=none}
            $ heroku ps:restart --app ${{ params.app }}
            ```
            ```http {id=home check expect="status == 200"}
            GET https://metadata.example/
            ```
            """),
        "x.md");

    var plan = house.plan("one-block", IPE);

    assertThat(plan.status(House.NOON)).isEqualTo("BLOCKED");
    assertThat(plan.resolved().findings())
        .extracting(Finding::code)
        .containsExactly("RB703", "RB704", "RB707");
  }

  @Test
  void escapesValuesInsideQueries() {
    var document =
        farol.runbooks.library.DocumentParser.parse(
            """
            ---
            runbook: v1
            id: abc
            title: T
            params:
              name: {type: string}
            ---
            """,
            "x.md");
    var filling = new Filling(document, Map.of("name", "x\"} or up{a=\"b"));

    assertThat(filling.query(farol.runbooks.library.Template.of("up{app=\"${{ params.name }}\"}")))
        .isEqualTo("up{app=\"x\\\"} or up{a=\\\"b\"}");
    assertThat(filling.query(farol.runbooks.library.Template.of("topk(1, ${{ params.name }})")))
        .isEqualTo("topk(1, \"x\\\"} or up{a=\\\"b\")");
    assertThat(filling.url(farol.runbooks.library.Template.of("https://${{ params.name }}.x/")))
        .doesNotContain("\"", " ");
  }

  @Test
  void refusesAPlainRunbook() {
    house.write("# Look\n", "plain.md");

    assertThatThrownBy(() -> house.plan("plain", Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
  }
}
