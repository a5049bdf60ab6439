package farol.console.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import farol.alerting.catalog.Role;
import farol.alerting.catalog.Scope;
import farol.console.security.ApiToken;
import farol.console.security.ApiTokens;
import farol.console.ui.AskDialog;
import farol.console.ui.CopyId;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import java.time.Duration;
import java.util.Arrays;

/** The viewer's API tokens: made, shown once, revoked. */
class TokenSection extends Div {
  private static final Duration LIFETIME = Duration.ofDays(90);

  private final transient Viewer viewer;
  private final transient ApiTokens tokens;
  private final RefusalLine refusal = new RefusalLine();
  private final Div rows = new Div();
  private final Div made = new Div();

  TokenSection(Viewer viewer, ApiTokens tokens) {
    this.viewer = viewer;
    this.tokens = tokens;
    addClassName("f-section");
    made.addClassName("f-made");
    made.getElement().setAttribute("role", "status");
    made.setVisible(false);
    var button = new Button("Make a token", _ -> ask());
    var foot = new Div(button);
    foot.addClassName("f-padded");
    add(
        new SectionHead("API tokens", "what a program may do in your name"),
        made,
        refusal,
        rows,
        foot);
    draw();
  }

  private void draw() {
    rows.removeAll();
    tokens.of(viewer.person().id()).stream()
        .filter(token -> token.revokedAt() == null)
        .forEach(token -> rows.add(row(token)));
    if (rows.getComponentCount() == 0) {
      var none = new Span("None yet.");
      none.addClassNames("f-3", "f-line");
      rows.add(none);
    }
  }

  private Div row(ApiToken token) {
    var name = new Span(token.name());
    name.addClassName("f-strong");
    var sub = new Element("small");
    sub.setAttribute("class", "f-sub");
    sub.setText("%s, %s, %s".formatted(Words.lower(token.scope()), used(token), expires(token)));
    var text = new Div(name);
    text.getElement().appendChild(sub);
    var revoke = new Button("Revoke", _ -> revoke(token));
    revoke.addThemeVariants(ButtonVariant.SMALL);
    revoke.setAriaLabel("Revoke " + token.name());
    var row = new Div(text, revoke);
    row.addClassNames("f-line", "f-item");
    return row;
  }

  private String used(ApiToken token) {
    var last = token.lastUsedAt();
    return last == null ? "never used" : "used " + viewer.times().text(last);
  }

  private String expires(ApiToken token) {
    var end = token.expiresAt();
    return end == null ? "without an end" : "until " + viewer.times().text(end);
  }

  private void revoke(ApiToken token) {
    if (refusal.attempt(() -> tokens.revoke(token.id(), viewer.actor()))) {
      Toast.show("Revoked %s. It opens nothing any more.".formatted(token.name()));
      draw();
    }
  }

  private void ask() {
    var name = new TextField("Name");
    name.setHelperText("What will use it, for example deploy pipeline");
    name.setMaxLength(ApiTokens.NAME_MAX);
    var scope = new Select<Scope>();
    scope.setLabel("Scope");
    scope.setItems(
        Arrays.stream(Scope.values())
            .filter(value -> value != Scope.ADMIN || viewer.actor().may(Role.ADMIN))
            .toList());
    scope.setItemLabelGenerator(Words::lower);
    scope.setValue(Scope.READ);
    var dialog =
        new AskDialog(
            "Make a token", "Make it", () -> make(name.getValue(), scope.getValue()), name, scope);
    dialog.refusal().field("name", name);
    dialog.open();
  }

  private void make(String name, Scope scope) {
    var token = tokens.make(viewer.person().handle(), name, scope, LIFETIME, viewer.actor());
    made.removeAll();
    made.add(new Span("Copy it now; it is not shown again:"), new CopyId(token.value()));
    made.setVisible(true);
    draw();
  }
}
