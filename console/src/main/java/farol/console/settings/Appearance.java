package farol.console.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import farol.console.ui.SectionHead;

/** Light or dark, and whether this browser may show pages; both are kept by the browser. */
class Appearance extends Div {
  private final RadioButtonGroup<String> scheme = new RadioButtonGroup<>("Light or dark");
  private final Span permission = new Span();

  Appearance() {
    addClassName("f-section");
    scheme.setItems("system", "light", "dark");
    scheme.setItemLabelGenerator(
        value ->
            switch (value) {
              case "light" -> "Light";
              case "dark" -> "Dark";
              default -> "As the system says";
            });
    scheme.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            getElement().executeJs("farol.scheme($0)", event.getValue());
          }
        });
    var ask = new Button("Let this browser show pages", _ -> ask());
    permission.addClassName("f-2");
    var form = new Div(scheme, permission, ask);
    form.addClassNames("f-form", "f-padded");
    add(new SectionHead("This browser"), form);
  }

  @Override
  protected void onAttach(com.vaadin.flow.component.AttachEvent event) {
    getElement().executeJs("return farol.scheme()").then(String.class, scheme::setValue);
    getElement().executeJs("return farol.mayNotify()").then(String.class, this::tell);
  }

  private void ask() {
    getElement().executeJs("return farol.askToNotify()").then(String.class, this::tell);
  }

  private void tell(String answer) {
    permission.setText(
        switch (answer) {
          case "granted" -> "Pages appear as notifications while the console is open.";
          case "denied" -> "The browser refuses notifications; its site settings can allow them.";
          case "unsupported" -> "This browser shows no notifications; pages appear in the console.";
          default -> "Pages appear in the console, and as notifications once you allow them.";
        });
  }
}
