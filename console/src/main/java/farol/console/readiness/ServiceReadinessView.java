package farol.console.readiness;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.Team;
import farol.checklists.checklist.Stage;
import farol.checklists.gate.Verdict;
import farol.console.frame.MainLayout;
import farol.console.ui.Keys;
import farol.console.ui.Live;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.Topic;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The page a team lives on before a launch: what stands between a service and production. */
@PermitAll
@Route(value = "services/:slug/readiness", layout = MainLayout.class)
@StyleSheet("context://readiness.css")
class ServiceReadinessView extends Page implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Viewer viewer;
  private final transient Catalog catalog;
  private final transient ReadinessActs acts;
  private String slug = "";

  ServiceReadinessView(Viewer viewer, Catalog catalog, ReadinessActs acts, Live live) {
    this.viewer = viewer;
    this.catalog = catalog;
    this.acts = acts;
    live.on(this, Topic.READINESS, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    slug = event.getRouteParameters().get("slug").orElse("");
    if (catalog.service(slug).isEmpty()) {
      throw new NotFoundException("No service " + slug);
    }
    draw();
  }

  @Override
  public String getPageTitle() {
    return slug + ", readiness, Farol";
  }

  private void draw() {
    catalog.service(slug).ifPresent(this::draw);
  }

  private void draw(Service service) {
    var verdict = acts.verdict(service);
    removeAll();
    add(
        head(service, verdict),
        sentence(service, verdict),
        facts(verdict),
        checks(service, verdict));
    var later = later(service, verdict);
    if (later != null) {
      add(later);
    }
  }

  private ViewHead head(Service service, Verdict verdict) {
    var team = catalog.team(service.team()).map(Team::slug).orElse("no team");
    var head =
        ViewHead.detail("Readiness", "readiness", new H1(service.name()))
            .fact(
                "%s, tier %d, %s"
                    .formatted(team, service.tier(), Words.lower(verdict.service().stage())));
    if (!verdict.service().stage().live()) {
      head.acts(launch(service, verdict));
    }
    return head;
  }

  private Component[] launch(Service service, Verdict verdict) {
    var button =
        Keys.on(
            new Button("Launch", _ -> acts.launch(viewer, service, verdict, this::draw).open()),
            "l");
    button.addThemeVariants(ButtonVariant.PRIMARY);
    var blocked = acts.blocked(viewer.actor(), service, verdict);
    button.setEnabled(blocked.isEmpty());
    var reason = new Span(blocked.orElse(""));
    reason.addClassName("r-blocked");
    reason.setId("launch-reason");
    button.getElement().setAttribute("aria-describedby", "launch-reason");
    return new Component[] {reason, button};
  }

  private Paragraph sentence(Service service, Verdict verdict) {
    var sentence = new Paragraph(ServiceSentence.of(service.name(), verdict, viewer.times()));
    sentence.addClassName("f-sentence");
    return sentence;
  }

  private Div facts(Verdict verdict) {
    var score = verdict.score();
    var facts = new Div(CheckMark.of(verdict.outcome()));
    facts.addClassName("r-verdict");
    facts.add(new Span("%d of %d checks pass".formatted(score.passing(), score.applicable())));
    var until = verdict.validUntil();
    if (until != null) {
      facts.add(new Span(new Span("Valid until "), viewer.times().at(until)));
    }
    var standing = verdict.standing();
    if (standing != null) {
      facts.add(StandingMark.of(standing, verdict.graceUntil(), viewer.times()));
    }
    return facts;
  }

  private Div checks(Service service, Verdict verdict) {
    var section = section(new SectionHead("Checks", "what each needs, and how old its proof is"));
    verdict.checks().stream()
        .filter(one -> one.state().applicable())
        .forEach(one -> section.add(new CheckRow(viewer, acts, service, one, this::draw)));
    return section;
  }

  private @Nullable Div later(Service service, Verdict verdict) {
    var rest = verdict.checks().stream().filter(one -> !one.state().applicable()).toList();
    if (rest.isEmpty()) {
      return null;
    }
    var title = verdict.service().stage() == Stage.BETA ? "Proved by the launch" : "Not asked now";
    var section = section(new SectionHead(title));
    section.addClassName("f-below");
    rest.forEach(one -> section.add(new CheckRow(viewer, acts, service, one, this::draw)));
    return section;
  }
}
