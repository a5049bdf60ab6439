package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.ApiProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list that answers in pieces, as the header {@code Range} asks. */
final class Listing<T> {
  static final int MAX_DEFAULT = 200;
  static final int MAX_CAP = 1_000;

  private record Wanted(
      String attribute,
      @Nullable String first,
      boolean afterFirst,
      @Nullable String last,
      boolean beforeLast,
      int max,
      boolean descending) {}

  private final Map<String, Function<T, String>> attributes;
  private final Function<T, Object> shape;

  /**
   * What can be listed.
   *
   * @param attributes what a range may name, as text; whole numbers compare as numbers
   */
  Listing(Map<String, Function<T, String>> attributes, Function<T, Object> shape) {
    this.attributes = attributes;
    this.shape = shape;
  }

  Reply answer(Call call, List<T> rows) {
    var wanted = parse(call.incoming().header("range"));
    var key = Objects.requireNonNull(attributes.get(wanted.attribute()));
    var order = Comparator.comparing(key, this::compare);
    var left =
        rows.stream()
            .filter(row -> inside(wanted, key.apply(row)))
            .sorted(wanted.descending() ? order.reversed() : order)
            .toList();
    var piece = left.stream().limit(wanted.max()).toList();
    var whole = left.size() == piece.size();
    var reply =
        Reply.json(whole ? 200 : 206, piece.stream().map(shape).toList())
            .with(
                "Accept-Ranges",
                attributes.keySet().stream().sorted().collect(Collectors.joining(", ")));
    if (whole) {
      return reply;
    }
    var end = key.apply(piece.getLast());
    return reply
        .with(
            "Content-Range",
            "%s %s..%s".formatted(wanted.attribute(), key.apply(piece.getFirst()), end))
        .with(
            "Next-Range",
            "%s ]%s..%s; max=%d, order=%s"
                .formatted(
                    wanted.attribute(),
                    end,
                    bound(wanted),
                    wanted.max(),
                    wanted.descending() ? "desc" : "asc"));
  }

  private static String bound(Wanted wanted) {
    return wanted.last() == null ? "" : wanted.last() + (wanted.beforeLast() ? "[" : "");
  }

  private int compare(String one, String other) {
    var number = one.matches("\\d{1,18}") && other.matches("\\d{1,18}");
    return number ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
  }

  private boolean inside(Wanted wanted, String value) {
    var sign = wanted.descending() ? -1 : 1;
    if (wanted.first() != null) {
      var distance = sign * compare(value, wanted.first());
      if (distance < 0 || (wanted.afterFirst() && distance == 0)) {
        return false;
      }
    }
    if (wanted.last() != null) {
      var distance = sign * compare(value, wanted.last());
      return distance < 0 || (!wanted.beforeLast() && distance == 0);
    }
    return true;
  }

  private Wanted parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return new Wanted("id", null, false, null, false, MAX_DEFAULT, false);
    }
    var parts = new ArrayList<String>();
    for (var part : header.split("[;,]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    if (parts.isEmpty()) {
      throw refused();
    }
    var wanted = ends(parts.removeFirst());
    for (var part : parts) {
      wanted = option(wanted, part);
    }
    return wanted;
  }

  private Wanted ends(String text) {
    var words = text.split("\\s+", 2);
    var range = words.length > 1 ? words[1].strip() : "..";
    var dots = range.indexOf("..");
    if (!attributes.containsKey(words[0]) || dots < 0) {
      throw refused();
    }
    var first = range.substring(0, dots);
    var last = range.substring(dots + 2);
    if (first.isEmpty() && !last.isEmpty()) {
      throw refused();
    }
    var after = first.startsWith("]");
    var before = last.endsWith("[");
    return new Wanted(
        words[0],
        first.isEmpty() ? null : after ? first.substring(1) : first,
        after,
        last.isEmpty() ? null : before ? last.substring(0, last.length() - 1) : last,
        before,
        MAX_DEFAULT,
        false);
  }

  private static Wanted option(Wanted wanted, String text) {
    var equals = text.indexOf('=');
    var name = equals < 0 ? text : text.substring(0, equals).strip();
    var value = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (name.equals("max") && value.matches("[1-9]\\d{0,8}")) {
      return with(wanted, Math.min(MAX_CAP, Integer.parseInt(value)), wanted.descending());
    }
    if (name.equals("order") && (value.equals("asc") || value.equals("desc"))) {
      return with(wanted, wanted.max(), value.equals("desc"));
    }
    throw refused();
  }

  private static ApiProblem refused() {
    return new ApiProblem(416, "requested_range_not_satisfiable", "Invalid Range header.", null);
  }

  private static Wanted with(Wanted wanted, int max, boolean descending) {
    return new Wanted(
        wanted.attribute(),
        wanted.first(),
        wanted.afterFirst(),
        wanted.last(),
        wanted.beforeLast(),
        max,
        descending);
  }
}
