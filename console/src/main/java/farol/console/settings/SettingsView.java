package farol.console.settings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import farol.alerting.notify.ContactMethodDesk;
import farol.console.frame.MainLayout;
import farol.console.security.ApiTokens;
import farol.console.ui.Facts;
import farol.console.ui.Page;
import farol.console.ui.SectionHead;
import farol.console.ui.ViewHead;
import farol.console.ui.Viewer;
import farol.console.ui.Words;
import jakarta.annotation.security.PermitAll;

/** What a person sets for themselves: how they are reached, tokens, and how the console looks. */
@PermitAll
@PageTitle("Settings, Farol")
@Route(value = "settings", layout = MainLayout.class)
class SettingsView extends Page {
  SettingsView(Viewer viewer, ApiTokens tokens, ContactMethodDesk methods) {
    var system = new Anchor("system", "System");
    system.addClassName("f-link");
    var out = new Anchor("logout", "Sign out");
    out.setRouterIgnore(true);
    out.addClassName("f-link");
    add(
        new ViewHead("Settings").still().acts(system, out),
        columns(
            stack(you(viewer), new ReachSection(viewer, methods), new TokenSection(viewer, tokens)),
            stack(new Appearance())));
  }

  private static Div you(Viewer viewer) {
    var person = viewer.person();
    var facts = new Facts();
    facts.row("name", person.name());
    facts.row("handle", person.handle());
    facts.row("role", Words.lower(person.role()));
    facts.row("mail", person.email());
    facts.row("times in", viewer.times().city());
    return section(new SectionHead("You"), facts);
  }
}
