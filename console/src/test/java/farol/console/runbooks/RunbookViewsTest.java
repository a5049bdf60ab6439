package farol.console.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.console.ui.Live;
import farol.runbooks.execution.Plan;
import farol.runbooks.execution.Plans;
import farol.runbooks.execution.Runs;
import farol.runbooks.library.MarkdownRenderer;
import farol.runbooks.library.RunbookLibrary;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookViewsTest {
  private static final String MARKDOWN =
      """
      ---
      runbook: v1
      id: scale-web
      title: Scale web
      owner: runtime
      alerts: [CheckoutLatencyHigh]
      stage: published
      params:
        app:  {type: app, required: true}
        size: {type: formation, default: "web=8 worker=3"}
      policy:
        blast_radius: {apps: 1, dynos_changed: 20}
      ---
      ## Mitigation
      Give it **more** dynos.
      - [ ] Tell the room {#tell manual}
      ```heroku {id=scale}
      $ heroku ps:scale ${{ params.size }} --app ${{ params.app }}
      ```
      """;

  @TempDir private Path home;
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(home);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Plan plan() {
    library().create(room.as(room.admin).actor(), "scale/web.md", MARKDOWN, "");
    return room.get(Plans.class)
        .create(
            room.as(room.ana).actor(),
            new Plans.Request(
                "scale-web", Map.of("app", "checkout-eu"), null, null, null, "spike"));
  }

  private RunbookLibrary library() {
    return room.get(RunbookLibrary.class);
  }

  @Test
  void saysWhatRunbooksAreForWhileThereAreNone() {
    assertThat(text(list(room.ana))).contains("A runbook says what to do at night");
  }

  @Test
  void showsAPlanToThePersonWhoCanAgreeAndNotToTheOneWhoAsked() {
    plan();

    assertThat(text(list(room.bo))).contains("Waiting for your approval", "Scale web", "spike");
    assertThat(text(list(room.ana)))
        .contains("Scale web", "runtime, for CheckoutLatencyHigh", "Never run")
        .doesNotContain("Waiting for your approval");
  }

  @Test
  void laysOutTheDocumentWithItsStepsAsCards() {
    plan();

    var body = new DocumentBody(library().get("scale-web"), room.get(MarkdownRenderer.class));

    assertThat(body.getElement().getOuterHTML())
        .contains("heroku ps:scale", "changes the platform, undo puts it back")
        .doesNotContain("language-heroku");
  }

  @Test
  void putsTheLevelsThatStandBesideTheField() {
    plan();

    var form =
        new ParamForm(
            library().get("scale-web").document().params(),
            Map.of("app", "checkout-eu"),
            room.apps);

    assertThat(form.values()).containsEntry("size", "web=8 worker=3");
    assertThat(all(form).filter(TextField.class::isInstance).map(TextField.class::cast))
        .extracting(TextField::getHelperText)
        .contains("Now web 5, worker 2");
  }

  @Test
  void offersOneActToEachPerson() {
    var plan = plan();

    assertThat(text(planPage(room.ana, plan.id())))
        .contains("You want web from 5 to 8 and worker from 2 to 3 on checkout-eu.", "Simulated");
    assertThat(buttons(planPage(room.ana, plan.id()))).containsExactly("Ask for approval");
    assertThat(buttons(planPage(room.bo, plan.id())))
        .containsExactly("Approve this plan", "Reject");

    room.get(Plans.class).decide(room.as(room.bo).actor(), plan.id(), plan.hash(), "approve", "");
    assertThat(buttons(planPage(room.ana, plan.id()))).containsExactly("Run");
    assertThat(text(planPage(room.ana, plan.id()))).contains("1 of 1", "Bo", "approved");
  }

  @Test
  void showsWhereARunStandsAndWhatWaitsForAPerson() {
    var plan = plan();
    room.get(Plans.class).decide(room.as(room.bo).actor(), plan.id(), plan.hash(), "approve", "");
    var run = room.get(Runs.class).start(room.as(room.ana).actor(), plan.id(), plan.hash()).run();

    assertThat(text(runPage(run.id()))).contains("Running", "tell", "Planned", "0 of 2 done");
    assertThat(buttons(runPage(run.id()))).containsExactly("Stop");

    room.get(Runs.class).stop(room.as(room.ana).actor(), run.id(), "wrong app");
    assertThat(text(runPage(run.id()))).contains("Stopped");
    assertThat(buttons(runPage(run.id()))).isEmpty();
  }

  @Test
  void saysSoWhereThereIsNoSuchThing() {
    assertThat(text(planPage(room.ana, UUID.randomUUID()))).contains("There is no such plan");
    assertThat(text(runPage(UUID.randomUUID()))).contains("There is no such run");
  }

  private RunbooksView list(Person person) {
    return new RunbooksView(
        room.as(person), library(), room.get(Plans.class), room.get(Runs.class), live());
  }

  private PlanView planPage(Person person, UUID id) {
    var view =
        new PlanView(
            room.as(person),
            room.get(Plans.class),
            room.get(Runs.class),
            room.get(Catalog.class),
            live());
    view.show(id);
    return view;
  }

  private RunView runPage(UUID id) {
    var view =
        new RunView(room.as(room.ana), room.get(Runs.class), room.get(Catalog.class), live());
    view.show(id);
    return view;
  }

  private Live live() {
    return room.get(Live.class);
  }

  private static String text(Component view) {
    return view.getElement().getTextRecursively();
  }

  private static java.util.List<String> buttons(Component view) {
    return all(view).filter(Button.class::isInstance).map(b -> ((Button) b).getText()).toList();
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(RunbookViewsTest::all));
  }
}
