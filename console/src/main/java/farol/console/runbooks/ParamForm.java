package farol.console.runbooks;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import farol.console.ui.RefusalLine;
import farol.runbooks.library.Parameter;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a runbook as fields, with what stands on the platform beside them. */
class ParamForm extends Div {
  private final transient Platform platform;
  private final transient Map<String, HasValue<?, String>> fields = new LinkedHashMap<>();
  private final transient Map<String, Parameter> parameters = new LinkedHashMap<>();

  ParamForm(List<Parameter> params, Map<String, String> given, Platform platform) {
    this.platform = platform;
    addClassName("f-form");
    for (var parameter : params) {
      var field = field(parameter);
      var preset = given.getOrDefault(parameter.name(), parameter.defaultValue());
      fields.put(parameter.name(), field);
      parameters.put(parameter.name(), parameter);
      if (parameter.type().equals("app")) {
        field.addValueChangeListener(_ -> showFormation());
      }
      if (preset != null) {
        field.setValue(preset);
      }
      add((Component) field);
    }
    showFormation();
  }

  private AbstractField<?, String> field(Parameter parameter) {
    return switch (parameter.type()) {
      case "app" -> choice(parameter, apps());
      case "enum" -> choice(parameter, parameter.values());
      case "bool" -> choice(parameter, List.of("true", "false"));
      default -> {
        var text = new TextField(label(parameter));
        text.setRequiredIndicatorVisible(parameter.required());
        yield text;
      }
    };
  }

  private static ComboBox<String> choice(Parameter parameter, List<String> values) {
    var box = new ComboBox<String>(label(parameter));
    box.setItems(values);
    box.setAllowCustomValue(true);
    box.addCustomValueSetListener(event -> box.setValue(event.getDetail()));
    box.setRequiredIndicatorVisible(parameter.required());
    return box;
  }

  private static String label(Parameter parameter) {
    var name = parameter.name().replace('-', ' ').replace('_', ' ');
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private List<String> apps() {
    try {
      return platform.apps().stream().map(Platform.App::name).sorted().toList();
    } catch (PlatformUnavailable away) {
      return List.of();
    }
  }

  /** What runs now stands under the fields that would change it. */
  private void showFormation() {
    var app =
        parameters.values().stream()
            .filter(parameter -> parameter.type().equals("app"))
            .map(parameter -> value(parameter.name()))
            .findFirst()
            .orElse("");
    for (var parameter : parameters.values()) {
      if (parameter.type().equals("formation")
          && fields.get(parameter.name()) instanceof HasHelper field) {
        field.setHelperText(app.isEmpty() ? "" : now(app));
      }
    }
  }

  private String now(String app) {
    try {
      var levels =
          platform.formation(app).stream()
              .map(row -> row.type() + " " + row.quantity())
              .sorted()
              .collect(Collectors.joining(", "));
      return levels.isEmpty() ? "There is no app " + app : "Now " + levels;
    } catch (PlatformUnavailable away) {
      return "The platform is away: what runs now is not known";
    }
  }

  private String value(String name) {
    var field = fields.get(name);
    var value = field == null ? null : field.getValue();
    return value == null ? "" : value;
  }

  /** Lets a refusal stand beside the field it names. */
  void tell(RefusalLine refusal) {
    fields.forEach(
        (name, field) -> {
          if (field instanceof HasValidation validated) {
            refusal.field("params." + name, validated);
          }
        });
  }

  Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    fields
        .keySet()
        .forEach(
            name -> {
              if (!value(name).isBlank()) {
                values.put(name, value(name));
              }
            });
    return values;
  }
}
