package farol.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import farol.console.ui.RefusalLine;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The door: name and password, posted to Spring Security as an ordinary form. */
@AnonymousAllowed
@PageTitle("Sign in, Farol")
@Route(value = "login", autoLayout = false)
class SignInView extends Div implements BeforeEnterObserver {
  // The form is ordinary, so it needs the token that Flow keeps in the head of the page.
  private static final String WITH_CSRF =
      """
      const form = this;
      form.addEventListener('submit', () => {
        const meta = name => document.querySelector('meta[name="' + name + '"]')?.content;
        if (form.querySelector('[data-csrf]') || !meta('_csrf')) return;
        const input = document.createElement('input');
        input.type = 'hidden';
        input.dataset.csrf = '';
        input.name = meta('_csrf_parameter') || '_csrf';
        input.value = meta('_csrf');
        form.append(input);
      });
      """;

  private final RefusalLine refusal = new RefusalLine();

  SignInView(ObjectProvider<SignInHint> hint) {
    addClassName("f-signin");
    var form = form();
    var main = new Main();
    main.getElement().appendChild(form);
    var footer = new Footer();
    for (var line : hint.stream().map(SignInHint::lines).findFirst().orElse(List.of())) {
      footer.add(new Span(line));
    }
    add(main, footer);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    if (parameters.getSingleParameter("error").filter("wait"::equals).isPresent()) {
      refusal.show("Too many tries. Wait a minute, then try again.");
    } else if (parameters.getParameters().containsKey("error")) {
      refusal.show("This name and password do not belong together.");
    }
  }

  private Element form() {
    var form = new Element("form");
    form.setAttribute("method", "post").setAttribute("action", "login");
    form.appendChild(Beacon.drawing(48).getElement());
    append(form, new H1("Sign in to Farol"), name(), password(), refusal, button());
    append(form, new Paragraph("Woken by a page? The link in it acknowledges without signing in."));
    form.executeJs(WITH_CSRF);
    return form;
  }

  private static TextField name() {
    var name = new TextField("Name");
    name.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username");
    name.setAutofocus(true);
    name.getElement().setAttribute("autocapitalize", "none");
    return name;
  }

  private static PasswordField password() {
    var password = new PasswordField("Password");
    password
        .getElement()
        .setAttribute("name", "password")
        .setAttribute("autocomplete", "current-password");
    return password;
  }

  /** A Vaadin button does not submit by itself; the hidden one makes Enter work. */
  private static Div button() {
    var button = new Button("Sign in");
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.getElement().setAttribute("onclick", "this.closest('form').requestSubmit()");
    var hidden = new Element("button");
    hidden.setAttribute("type", "submit").setAttribute("hidden", true);
    var row = new Div(button);
    row.addClassName("f-submit");
    row.getElement().appendChild(hidden);
    return row;
  }

  private static void append(Element form, Component... parts) {
    for (var part : parts) {
      form.appendChild(part.getElement());
    }
  }
}
