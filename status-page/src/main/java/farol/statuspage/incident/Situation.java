package farol.statuspage.incident;

import farol.statuspage.component.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a post is written against: the facts whose change makes a draft untrue. */
public record Situation(
    Impact impact,
    @Nullable PublicStatus status,
    Instant startedAt,
    List<String> regions,
    List<Affected> components) {
  public Situation {
    regions = List.copyOf(regions);
    components = List.copyOf(components);
  }

  /** One thing that changed since a draft was written. */
  public record Difference(String field, @Nullable String was, @Nullable String now) {}

  /** What changed from this situation to {@code later}, in the order readers care about. */
  public List<Difference> differences(Situation later) {
    var found = new ArrayList<Difference>();
    add(found, "impact", impact.code(), later.impact.code());
    add(found, "status", code(status), code(later.status));
    add(found, "startedAt", startedAt.toString(), later.startedAt.toString());
    add(found, "regions", String.join(", ", regions), String.join(", ", later.regions));
    var was = states(components);
    var now = states(later.components);
    var ids = new TreeSet<>(was.keySet());
    ids.addAll(now.keySet());
    ids.forEach(id -> add(found, "components." + id, code(was.get(id)), code(now.get(id))));
    return found;
  }

  private static void add(
      List<Difference> found, String field, @Nullable String was, @Nullable String now) {
    if (!Objects.equals(was, now)) {
      found.add(new Difference(field, was, now));
    }
  }

  private static Map<String, State> states(List<Affected> components) {
    var states = new LinkedHashMap<String, State>();
    components.forEach(component -> states.put(component.id(), component.state()));
    return states;
  }

  private static @Nullable String code(@Nullable PublicStatus status) {
    return status == null ? null : status.code();
  }

  private static @Nullable String code(@Nullable State state) {
    return state == null ? null : state.code();
  }
}
