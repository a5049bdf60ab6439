package farol.runbooks.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentParserTest {
  @Test
  void readsTheExampleOfTheFormat() {
    var document = DocumentParser.parse(Examples.SCALE_WEB, "scale/web.md");

    assertThat(document.findings()).isEmpty();
    assertThat(document.id()).isEqualTo("scale-web-for-spike");
    assertThat(document.owner()).isEqualTo("routing");
    assertThat(document.params())
        .extracting(Parameter::name)
        .containsExactly("app", "size", "reason");
    assertThat(document.policy().dynosChanged()).isEqualTo(20);
    assertThat(document.policy().expires()).isEqualTo(Duration.ofMinutes(30));
    assertThat(document.steps())
        .extracting(Step::id, step -> step.kind().word(), Step::verb, Step::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("p99", "check", "promql.check", 23),
            org.assertj.core.groups.Tuple.tuple("comms", "manual", "manual", 26),
            org.assertj.core.groups.Tuple.tuple("scale", "mutation", "ps.scale", 28),
            org.assertj.core.groups.Tuple.tuple("home", "check", "http.check", 31));
    assertThat(document.headings())
        .containsExactly(
            new RunbookDocument.Heading(2, "Diagnosis", 22),
            new RunbookDocument.Heading(2, "Mitigation", 27));
  }

  @Test
  void namesTheLineOfAKeyThatStandsTwice() {
    var document =
        DocumentParser.parse(
            "---\nrunbook: v1\nid: abc\ntitle: T\nowner: a\nowner: b\n---\n# T\n", "x.md");

    assertThat(document.findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::code, Finding::line)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("RB102", 6));
  }

  @Test
  void leavesAPlainRunbookValidAndPointsAtWhatItChanges() {
    var document =
        DocumentParser.parse(
            "# Pod stuck\n\n```sh\n$ kubectl delete pod x\n```\n", "ops/Pod Stuck.md");

    assertThat(document.kind()).isEqualTo("plain");
    assertThat(document.id()).isEqualTo("ops-pod-stuck");
    assertThat(document.valid()).isTrue();
    assertThat(document.commands())
        .containsExactly(
            new RunbookDocument.Command(4, 3, "kubectl delete pod x", "kubectl", true));
    assertThat(document.findings())
        .extracting(Finding::code, finding -> finding.severity().word())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("RB504", "info"));
  }

  static Stream<Arguments> refusedBlocks() {
    return Stream.of(
        arguments("$ heroku ps:scale web=3 -a x | tee log", "RB301"),
        arguments("$ heroku ps:scale web=3 -a x > log", "RB301"),
        arguments("$ heroku ps:scale web=3 -a x; reboot", "RB301"),
        arguments("$ heroku ps:scale web=3 -a x && reboot", "RB301"),
        arguments("$ heroku ps:scale web=`nproc` -a x", "RB301"),
        arguments("$ heroku ps:scale web=$(nproc) -a x", "RB301"),
        arguments("$ heroku ps:scale web=$N -a x", "RB301"),
        arguments("$ heroku ps:scale web=3 --app <app>", "RB301"),
        arguments("$ heroku ps:scale web=3", "RB303"),
        arguments("$ heroku ps:restart -a x --confirm x", "RB304"),
        arguments("$ heroku run bash -a x", "RB305"),
        arguments("$ heroku pg:reset -a x", "RB302"),
        arguments("$ heroku releases:rollback -a x", "RB307"),
        arguments("$ heroku ps:scale web=3 -a x --force", "RB308"),
        arguments("$ kubectl get pods", "RB309"),
        arguments("$ heroku ps:scale web=3 -a x\n$ heroku ps -a x", "RB204"),
        arguments("# only a comment", "RB205"),
        arguments("$ heroku ps:scale web=${{ params.nope }} -a x", "RB402"),
        arguments("$ heroku ps:scale web=${{ nonsense }} -a x", "RB402"));
  }

  @ParameterizedTest
  @MethodSource("refusedBlocks")
  void refusesWhatAShellWouldDo(String command, String code) {
    var document =
        DocumentParser.parse(
            Examples.withBlock("```heroku {id=it}\n%s\n```\n%s".formatted(command, USES_APP)),
            "x.md");

    assertThat(document.findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::code)
        .contains(code);
  }

  private static final String USES_APP =
      "```heroku {id=other}\n$ heroku ps -a ${{ params.app }}\n```";

  static Stream<Arguments> fences() {
    return Stream.of(
        arguments("```heroku {id=it timeout=soon}\n$ heroku ps -a x\n```", "RB206"),
        arguments("```heroku {id=it colour=red}\n$ heroku ps -a x\n```", "RB201"),
        arguments("```heroku {id=It}\n$ heroku ps -a x\n```", "RB203"),
        arguments("```heroku {id=other}\n$ heroku ps -a x\n```", "RB202"),
        arguments("```heroku {id=it on-fail=goto:back}\n$ heroku ps -a x\n```", "RB208"),
        arguments("```http {id=it}\nPOST https://x.herokuapp.com/\n```", "RB302"),
        arguments("```wait {id=it}\na while\n```", "RB206"),
        arguments("```promql {id=it check expect=\"high\"}\nup\n```", "RB206"),
        arguments("- [ ] Tell them {#it manual role=boss}", "RB206"));
  }

  @ParameterizedTest
  @MethodSource("fences")
  void refusesAttributesItDoesNotUnderstand(String block, String code) {
    var document = DocumentParser.parse(Examples.withBlock(block + "\n" + USES_APP), "x.md");

    assertThat(document.findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::code)
        .contains(code);
  }

  @Test
  void readsFencesOfEveryShape() {
    var document =
        DocumentParser.parse(
            Examples.withBlock(
                """
                ~~~~heroku {"id":"tildes","timeout":"1m"}
                $ heroku ps:scale \\
                    web=2 --app=${{ params.app }}
                ~~~~
                1. first
                   ```heroku {name=listed}
                   # why
                   heroku ps -a ${{ params.app }}
                   ```
                """),
            "x.md");

    assertThat(document.valid()).isTrue();
    assertThat(document.steps()).extracting(Step::id).containsExactly("tildes", "listed");
    assertThat(document.steps().getFirst().command())
        .isEqualTo("heroku ps:scale  web=2 --app=${{ params.app }}");
    assertThat(document.steps().getLast().kind()).isEqualTo(Step.Kind.READ);
  }

  @Test
  void refusesUnknownKeysUnusedParametersAndUnknownSteps() {
    var document =
        DocumentParser.parse(
            """
            ---
            runbook: v1
            id: abc
            title: T
            owner: a
            colour: red
            params:
              app: {type: app}
              size: {type: box}
            steps:
              ghost: {timeout: 1m}
            ---
            ## Mitigation
            """,
            "x.md");

    assertThat(document.findings())
        .extracting(Finding::code, Finding::line)
        .contains(
            org.assertj.core.groups.Tuple.tuple("RB103", 6),
            org.assertj.core.groups.Tuple.tuple("RB403", 9),
            org.assertj.core.groups.Tuple.tuple("RB207", 11),
            org.assertj.core.groups.Tuple.tuple("RB401", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nrunbook: v1\nid: abc\ntitle: [\n---\n",
        "---\nrunbook: !!java.net.URL [x]\nid: abc\ntitle: T\n---\n",
        "---\nrunbook: v1\nid: &a [*a]\ntitle: T\n---\n",
        "---\nrunbook: v1\nid: abc\ntitle: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}\n---\n",
        "---\n- a\n- b\n---\n"
      })
  void findsFaultWithHostileFrontMatter(String markdown) {
    var document = DocumentParser.parse(markdown, "x.md");

    assertThat(document.findings())
        .extracting(Finding::code)
        .anyMatch(code -> code.startsWith("RB1"));
  }

  @Test
  void stopsAtNestingBeforeAnyParser() {
    for (var hostile :
        List.of(
            "> ".repeat(32_768), "- ".repeat(500), "[".repeat(50_000), " ".repeat(400) + "- x")) {
      assertThat(DocumentParser.tooDeepAt(hostile)).isEqualTo(1);
      assertThat(DocumentParser.parse(hostile, "x.md").findings())
          .extracting(Finding::code)
          .containsExactly("RB901");
    }
  }

  @Test
  void takesDashesWithoutAnEndForARule() {
    var document = DocumentParser.parse("---\nrunbook: v1\n# Title\n", "x.md");

    assertThat(document.kind()).isEqualTo("plain");
  }
}
