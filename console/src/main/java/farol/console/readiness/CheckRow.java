package farol.console.readiness;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import farol.alerting.catalog.Service;
import farol.checklists.gate.CheckState;
import farol.checklists.gate.Verdict.CheckVerdict;
import farol.console.ui.Gauge;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import java.time.Duration;

/** One check of a service: state, reason, age of its evidence, and what to do next. */
class CheckRow extends Div {
  private static final Duration SOON = Duration.ofHours(6);

  private final transient Viewer viewer;
  private final transient ReadinessActs acts;
  private final transient Service service;
  private final transient CheckVerdict one;

  CheckRow(Viewer viewer, ReadinessActs acts, Service service, CheckVerdict one, Runnable changed) {
    this.viewer = viewer;
    this.acts = acts;
    this.service = service;
    this.one = one;
    addClassNames("f-line", "r-check");
    getElement()
        .setAttribute("data-check", one.check().id())
        .setAttribute("data-quiet", !one.state().notHolding());
    add(CheckMark.of(one.state()), text(), age(), act(changed));
  }

  private Div text() {
    var title =
        new NativeButton(one.check().title(), _ -> acts.details(viewer, service, one).open());
    title.addClassName("r-title");
    var why = new Span(reason());
    why.addClassName("r-why");
    return new Div(title, why);
  }

  private String reason() {
    var reason = one.reason();
    if (one.state().notHolding()) {
      var said = reason == null ? "" : reason.strip();
      return (said.endsWith(".") ? said : said + ".") + " " + one.check().fix();
    }
    if (reason != null) {
      return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }
    var evidence = one.evidence();
    return evidence == null || evidence.summary() == null ? "" : evidence.summary();
  }

  private Component age() {
    var evidence = one.evidence();
    var until = one.evidenceUntil();
    if (evidence == null || until == null) {
      return new Span();
    }
    var now = viewer.times().now();
    var life = Duration.between(evidence.observedAt(), until).toSeconds();
    var gone = Duration.between(evidence.observedAt(), now).toSeconds();
    var words =
        now.isBefore(until)
            ? "Good for " + Words.duration(Duration.between(now, until))
            : "Ended %s ago".formatted(Words.duration(Duration.between(until, now)));
    return one.state() == CheckState.FAILING
        ? new Span(new Span("Seen "), viewer.times().at(evidence.observedAt()))
        : new Gauge(life == 0 ? 1 : (double) gone / life, words);
  }

  /** A word is asked for where the check does not hold, and before its proof ends. */
  private boolean wanted() {
    var until = one.evidenceUntil();
    var soon = until != null && !viewer.times().now().plus(SOON).isBefore(until);
    return one.state().notHolding() || one.state() == CheckState.WAIVED || soon;
  }

  private Component act(Runnable changed) {
    if (one.check().attestations().isEmpty() || !wanted()) {
      return new Span();
    }
    var attest = new Button("Attest", _ -> acts.attest(viewer, service, one, changed).open());
    attest.addThemeVariants(ButtonVariant.SMALL);
    acts.mayNotAttest(viewer.actor(), service, one.check())
        .ifPresent(
            reason -> {
              attest.setEnabled(false);
              attest.getElement().setAttribute("title", reason);
            });
    return attest;
  }
}
