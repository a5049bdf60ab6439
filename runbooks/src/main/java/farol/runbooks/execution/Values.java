package farol.runbooks.execution;

import farol.alerting.door.Refusal;
import farol.alerting.door.Refusal.FieldError;
import farol.runbooks.library.Parameter;
import farol.runbooks.library.RunbookDocument;
import farol.runbooks.paas.PlatformUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks the values somebody gave for the parameters of a runbook. */
final class Values {
  private Values() {}

  /** Every parameter with its value; refuses with 422 naming each field that is wrong. */
  static Map<String, String> of(
      RunbookDocument document, Map<String, String> given, String reason, PlatformView platform)
      throws PlatformUnavailable {
    var errors = new ArrayList<FieldError>();
    var values = new TreeMap<String, String>();
    for (var name : given.keySet()) {
      if (document.param(name).isEmpty()) {
        errors.add(new FieldError("params." + name, "is no parameter of this runbook"));
      }
    }
    for (var parameter : document.params()) {
      var value = value(parameter, given, reason);
      if (value == null) {
        errors.add(new FieldError("params." + parameter.name(), "is required"));
      } else {
        values.put(parameter.name(), value);
        check(parameter, value, platform, errors);
      }
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return values;
  }

  private static @Nullable String value(
      Parameter parameter, Map<String, String> given, String reason) {
    var value = given.get(parameter.name());
    if (value == null && parameter.name().equals("reason") && !reason.isBlank()) {
      value = reason;
    }
    return value == null ? parameter.defaultValue() : value.strip();
  }

  private static void check(
      Parameter parameter, String value, PlatformView platform, List<FieldError> errors)
      throws PlatformUnavailable {
    var field = "params." + parameter.name();
    var problem = parameter.problem(value);
    if (problem.isPresent()) {
      errors.add(new FieldError(field, problem.get()));
      return;
    }
    if (parameter.type().equals("secret") || parameter.type().equals("list<app>")) {
      errors.add(
          new FieldError(field, "the type %s cannot be planned yet".formatted(parameter.type())));
    }
    if (parameter.type().equals("app") && platform.app(value).isEmpty()) {
      errors.add(
          new FieldError(
              field, "there is no app '%s' on %s".formatted(value, platform.about().id())));
    }
  }
}
