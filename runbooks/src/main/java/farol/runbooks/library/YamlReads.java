package farol.runbooks.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads values of front matter, turning a wrong kind of value into a finding. */
record YamlReads(Findings findings) {
  void known(Yaml.Mapping mapping, Set<String> keys, String code) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                findings.error(code, value.line(), "There is no key '%s' here".formatted(key));
              }
            });
  }

  int lineOf(Yaml.Mapping mapping, String key) {
    var value = mapping.get(key);
    return value == null ? mapping.line() : value.line();
  }

  @Nullable String text(@Nullable Yaml value) {
    return switch (value) {
      case null -> null;
      case Yaml.Scalar(var text, _) -> text;
      case Yaml.Mapping other -> wrong(other.line(), "This is one value, not a mapping");
      case Yaml.Sequence other -> wrong(other.line(), "This is one value, not a list");
    };
  }

  private @Nullable String wrong(int line, String message) {
    findings.error("RB104", line, message);
    return null;
  }

  String textOr(@Nullable Yaml value, String otherwise) {
    var text = text(value);
    return text == null ? otherwise : text;
  }

  List<String> texts(@Nullable Yaml value) {
    return switch (value) {
      case null -> List.of();
      case Yaml.Scalar(var text, _) -> text == null ? List.of() : List.of(text);
      case Yaml.Mapping other -> {
        findings.error("RB104", other.line(), "This is a list, not a mapping");
        yield List.of();
      }
      case Yaml.Sequence(var items, _) -> {
        var texts = new ArrayList<String>();
        for (var item : items) {
          var text = text(item);
          if (text != null) {
            texts.add(text);
          }
        }
        yield List.copyOf(texts);
      }
    };
  }

  Yaml.Mapping mapping(@Nullable Yaml value) {
    if (value instanceof Yaml.Mapping mapping) {
      return mapping;
    }
    if (value != null && !(value instanceof Yaml.Scalar(var text, _) && text == null)) {
      findings.error("RB104", value.line(), "This is a mapping of keys to values");
    }
    return new Yaml.Mapping(Map.of(), value == null ? 1 : value.line());
  }

  @Nullable Integer number(@Nullable Yaml value) {
    var text = text(value);
    if (text == null || value == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException unreadable) {
      findings.error("RB104", value.line(), "'%s' is no whole number".formatted(text));
      return null;
    }
  }

  /** A number per name; a lone number stands under {@link Parameter#NUMBER}. */
  Map<String, Integer> numbers(@Nullable Yaml value) {
    var numbers = new LinkedHashMap<String, Integer>();
    if (value instanceof Yaml.Mapping mapping) {
      mapping.entries().forEach((key, each) -> put(numbers, key, number(each)));
    } else {
      put(numbers, Parameter.NUMBER, number(value));
    }
    return numbers;
  }

  private static void put(Map<String, Integer> into, String key, @Nullable Integer number) {
    if (number != null) {
      into.put(key, number);
    }
  }
}
