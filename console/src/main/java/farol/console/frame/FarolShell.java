package farol.console.frame;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page of the console loads: Aura, the house's own sheet over it, and its script. */
@Push
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("farol.css")
public class FarolShell implements AppShellConfigurator {
  // The scheme is set before the first paint; a file would arrive after it.
  private static final String FIRST =
      """
      (function(){var s=localStorage.getItem('farol.scheme');
      if(s)document.documentElement.setAttribute('theme',s);
      var f=document.createElement('script');f.src='farol.js';document.head.appendChild(f);})();
      """;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addInlineWithContents(Inline.Position.APPEND, FIRST, Inline.Wrapping.JAVASCRIPT);
    settings.addLink("icon", "icons/farol.svg");
    settings.addMetaTag("color-scheme", "light dark");
  }
}
