package farol.runbooks.library;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code params} of front matter. */
record ParameterReader(YamlReads reads, Findings findings) {
  static final int PARAMS_MAX = 40;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
  private static final Set<String> KEYS =
      Set.of(
          "type",
          "required",
          "default",
          "min",
          "max",
          "minLength",
          "maxLength",
          "pattern",
          "values");

  List<Parameter> read(@Nullable Yaml value) {
    var parameters = new ArrayList<Parameter>();
    var params = reads.mapping(value);
    if (params.entries().size() > PARAMS_MAX) {
      findings.error("RB404", params.line(), "At most %d parameters".formatted(PARAMS_MAX));
      return List.of();
    }
    params.entries().forEach((name, each) -> parameters.add(one(name, each)));
    return List.copyOf(parameters);
  }

  private Parameter one(String name, Yaml value) {
    var keys = reads.mapping(value);
    reads.known(keys, KEYS, "RB404");
    if (!NAME.matcher(name).matches()) {
      findings.error("RB404", value.line(), "A parameter's name is letters, digits, - and _");
    }
    var parameter =
        new Parameter(
            name,
            type(keys, value.line()),
            "true".equals(reads.text(keys.get("required"))),
            reads.text(keys.get("default")),
            reads.numbers(keys.get("min")),
            reads.numbers(keys.get("max")),
            reads.number(keys.get("minLength")),
            reads.number(keys.get("maxLength")),
            pattern(keys),
            reads.texts(keys.get("values")));
    checkDefault(parameter, value.line());
    return parameter;
  }

  private String type(Yaml.Mapping keys, int line) {
    var type = reads.textOr(keys.get("type"), "");
    if (!Parameter.TYPES.contains(type)) {
      findings.error(
          "RB403", line, "A type is one of %s".formatted(String.join(", ", Parameter.TYPES)));
      return "string";
    }
    return type;
  }

  private @Nullable String pattern(Yaml.Mapping keys) {
    var pattern = reads.text(keys.get("pattern"));
    if (pattern == null) {
      return null;
    }
    try {
      com.google.re2j.Pattern.compile(pattern);
      return pattern;
    } catch (PatternSyntaxException unreadable) {
      findings.error("RB404", reads.lineOf(keys, "pattern"), "The pattern is not RE2");
      return null;
    }
  }

  private void checkDefault(Parameter parameter, int line) {
    var value = parameter.defaultValue();
    if (value != null) {
      parameter
          .problem(value)
          .ifPresent(
              problem ->
                  findings.error(
                      "RB405", line, "The default of %s %s".formatted(parameter.name(), problem)));
    }
    if (parameter.type().equals("enum") && parameter.values().isEmpty()) {
      findings.error("RB404", line, "An enum names its values");
    }
  }
}
