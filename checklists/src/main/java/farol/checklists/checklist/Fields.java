package farol.checklists.checklist;

import farol.alerting.door.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map of unknown shape as YAML and JSON readers answer it, read member by member. Whatever is
 * missing or wrong is refused with the path of the member.
 */
public final class Fields {
  private final Map<String, Object> members;
  private final String path;

  private Fields(Map<String, Object> members, String path) {
    this.members = members;
    this.path = path;
  }

  /** Reads {@code value} as a map; {@code path} names it in refusals, empty for the outermost. */
  public static Fields of(@Nullable Object value, String path) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Refusal.invalid(path.isEmpty() ? "document" : path, "is an object");
    }
    var members = new LinkedHashMap<String, Object>();
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
    return new Fields(members, path);
  }

  /** Refuses members that nobody reads. */
  public Fields only(String... known) {
    var expected = Set.of(known);
    for (var name : members.keySet()) {
      if (!expected.contains(name)) {
        throw wrong(name, "is not a member here; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  public String text(String name) {
    if (members.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(name, "is a text, required");
  }

  public String text(String name, String absent) {
    return has(name) ? text(name) : absent;
  }

  public @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  public int integer(String name, int absent) {
    if (!has(name)) {
      return absent;
    }
    if (members.get(name) instanceof Integer number) {
      return number;
    }
    throw wrong(name, "is a whole number");
  }

  public int integer(String name) {
    if (!has(name)) {
      throw wrong(name, "is a whole number, required");
    }
    return integer(name, 0);
  }

  public boolean flag(String name, boolean absent) {
    if (!has(name)) {
      return absent;
    }
    if (members.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "is true or false");
  }

  public Instant instant(String name) {
    return read(name, Instant::parse, "is an instant such as 2026-03-02T09:00:00Z, required");
  }

  public @Nullable Instant instantOrNull(String name) {
    return has(name) ? instant(name) : null;
  }

  public Span span(String name) {
    return read(name, Span::new, "is a duration such as P7D or 24h, required");
  }

  /** Reads a text by {@code reader}; what the reader throws becomes {@code right}. */
  public <T> T read(String name, Function<String, T> reader, String right) {
    var text = members.get(name) instanceof String string ? string : "";
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      throw wrong(name, right);
    }
  }

  public Fields object(String name) {
    return of(members.get(name), pathOf(name));
  }

  public @Nullable Object raw(String name) {
    return members.get(name);
  }

  /** Every member in order, as it stands. */
  public Map<String, Object> members() {
    return new LinkedHashMap<>(members);
  }

  /** The members of a list, each read by {@code reader}; an absent list is empty. */
  public <T> List<T> list(String name, Function<Fields, T> reader) {
    var read = new ArrayList<T>();
    var values = values(name);
    for (var index = 0; index < values.size(); index++) {
      read.add(reader.apply(of(values.get(index), pathOf(name) + "[" + index + "]")));
    }
    return read;
  }

  /** The values of a list as they stand; an absent list is empty. */
  public List<?> values(String name) {
    if (!has(name)) {
      return List.of();
    }
    if (members.get(name) instanceof List<?> values) {
      return values;
    }
    throw wrong(name, "is a list");
  }

  /** Builds a value from this object; a broken invariant is refused with this object's path. */
  public <T> T build(Supplier<T> builder) {
    try {
      return builder.get();
    } catch (IllegalArgumentException broken) {
      throw Refusal.invalid(
          path.isEmpty() ? "document" : path, String.valueOf(broken.getMessage()));
    }
  }

  public Refusal wrong(String name, String message) {
    return Refusal.invalid(pathOf(name), message);
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
