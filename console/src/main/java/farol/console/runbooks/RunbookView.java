package farol.console.runbooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.IncidentId;
import farol.alerting.door.Refusal;
import farol.console.frame.MainLayout;
import farol.console.ui.CopyId;
import farol.console.ui.EmptyState;
import farol.console.ui.Facts;
import farol.console.ui.Keys;
import farol.console.ui.Page;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.runbooks.execution.Plans;
import farol.runbooks.library.MarkdownRenderer;
import farol.runbooks.library.Runbook;
import farol.runbooks.library.RunbookLibrary;
import farol.runbooks.paas.Platform;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One runbook to read, and what it needs to be planned. */
@PermitAll
@Route(value = "runbooks/:id", layout = MainLayout.class)
class RunbookView extends Page implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Viewer viewer;
  private final transient RunbookLibrary library;
  private final transient Plans plans;
  private final transient Platform platform;
  private final transient MarkdownRenderer renderer;
  private final RefusalLine refusal = new RefusalLine();
  private String title = "Runbook";

  RunbookView(
      Viewer viewer,
      RunbookLibrary library,
      Plans plans,
      Platform platform,
      MarkdownRenderer renderer) {
    this.viewer = viewer;
    this.library = library;
    this.plans = plans;
    this.platform = platform;
    this.renderer = renderer;
  }

  @Override
  public String getPageTitle() {
    return title + ", Farol";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    var id = event.getRouteParameters().get("id").orElse("");
    try {
      draw(library.get(id), event.getLocation().getQueryParameters());
    } catch (Refusal missing) {
      add(
          ViewHead.detail("Runbooks", "runbooks").still(),
          new EmptyState("There is no runbook %s.".formatted(id), "It may have been removed."));
    }
  }

  private void draw(Runbook runbook, QueryParameters query) {
    title = runbook.title();
    var edit =
        new Button(
            "Edit", _ -> UI.getCurrentOrThrow().navigate("runbooks/" + runbook.id() + "/edit"));
    edit.addThemeVariants(ButtonVariant.TERTIARY);
    var head =
        ViewHead.detail("Runbooks", "runbooks", new H1(title)).still().acts(Keys.on(edit, "e"));
    add(head, columns(new DocumentBody(runbook, renderer), side(runbook, query)));
  }

  private Component side(Runbook runbook, QueryParameters query) {
    var stack = stack();
    if (runbook.document().executable()) {
      stack.add(planning(runbook, query));
    }
    stack.add(section(new SectionHead("About"), facts(runbook)));
    return stack;
  }

  private Div planning(Runbook runbook, QueryParameters query) {
    var form = new ParamForm(runbook.document().params(), given(query), platform);
    form.tell(refusal);
    var plan = new Button("Plan", _ -> refusal.attempt(() -> plan(runbook, form, query)));
    plan.addThemeVariants(ButtonVariant.PRIMARY);
    plan.setDisableOnClick(false);
    Keys.on(plan, "r");
    form.add(plan, refusal);
    var section = section(new SectionHead("Run it", "a plan changes nothing"), form);
    section.addClassName("f-planform");
    return section;
  }

  private void plan(Runbook runbook, ParamForm form, QueryParameters query) {
    var values = form.values();
    var plan =
        plans.create(
            viewer.actor(),
            new Plans.Request(
                runbook.id(),
                values,
                null,
                incident(query),
                single(query, "alert").orElse(null),
                values.getOrDefault("reason", "")));
    UI.getCurrentOrThrow().navigate("plans/" + plan.id());
  }

  /** Values that the link brought along, from an alert's labels or an incident. */
  private static Map<String, String> given(QueryParameters query) {
    var given = new LinkedHashMap<String, String>();
    query
        .getParameters()
        .forEach(
            (name, values) -> {
              if (!values.isEmpty()) {
                given.put(name.replaceFirst("^label\\.", ""), values.getFirst());
              }
            });
    return given;
  }

  private static @Nullable IncidentId incident(QueryParameters query) {
    try {
      return single(query, "incident").map(UUID::fromString).map(IncidentId::new).orElse(null);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static Optional<String> single(QueryParameters query, String name) {
    return query.getSingleParameter(name);
  }

  private Facts facts(Runbook runbook) {
    var document = runbook.document();
    var facts =
        new Facts()
            .row("Owner", document.owner() == null ? "nobody yet" : document.owner())
            .row("Alerts", none(String.join(", ", document.alerts())))
            .row("Services", none(String.join(", ", document.services())))
            .row("State", Marks.of(runbook.freshness()));
    if (document.reviewBy() != null) {
      facts.row("Review by", viewer.times().date(document.reviewBy()));
    }
    return facts
        .row("Changed", viewer.times().at(runbook.updatedAt()))
        .row("Changed by", runbook.updatedBy().name())
        .row("Version", new CopyId(runbook.commit().substring(0, 8), runbook.commit()));
  }

  private static String none(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
