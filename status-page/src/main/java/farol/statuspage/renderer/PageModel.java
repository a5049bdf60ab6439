package farol.statuspage.renderer;

import farol.statuspage.component.Claim;
import farol.statuspage.component.Group;
import farol.statuspage.component.Page;
import farol.statuspage.component.State;
import farol.statuspage.uptime.Method;
import farol.statuspage.uptime.Rules;
import farol.statuspage.uptime.Uptime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the page says at an instant. Pure: the same state and instant give the same model, and the
 * same model the same bytes.
 *
 * @param components the leaves, in the order of the page
 * @param incidents newest first
 */
public record PageModel(
    Page page,
    Instant asOf,
    Instant validUntil,
    Indicator.Banner banner,
    List<GroupView> groups,
    List<ComponentView> components,
    List<Told> incidents) {
  /** How many days a strip shows, today included. */
  public static final int DAYS = 90;

  public static PageModel of(PageState state, Instant now) {
    var asOf = now.truncatedTo(ChronoUnit.MILLIS);
    var page = state.page();
    var rules =
        new Rules(Method.FAROL, page.timeZone(), page.places(), page.noticeHours(), page.weights());
    var components =
        state.components().stream()
            .map(component -> ComponentView.of(component, state.claims(), rules, asOf))
            .toList();
    var open = state.incidents().stream().filter(Told::isOpen).toList();
    return new PageModel(
        page,
        asOf,
        asOf.plusSeconds(page.validForSeconds()),
        Indicator.of(
            components.stream().map(ComponentView::state).toList(),
            open.stream().map(told -> told.incident().impact()).toList()),
        groups(state, components, rules, asOf),
        components,
        state.incidents());
  }

  private static List<GroupView> groups(
      PageState state, List<ComponentView> components, Rules rules, Instant asOf) {
    var groups = new ArrayList<GroupView>();
    for (var group : state.groups()) {
      groups.add(group(group, group.id(), components, rules, asOf));
    }
    groups.add(group(null, null, components, rules, asOf));
    return groups.stream().filter(group -> !group.components().isEmpty()).toList();
  }

  private static GroupView group(
      @Nullable Group group,
      @Nullable String id,
      List<ComponentView> components,
      Rules rules,
      Instant asOf) {
    var children =
        components.stream().filter(view -> Objects.equals(view.component().groupId(), id)).toList();
    var claims = new ArrayList<Claim>();
    children.forEach(child -> claims.addAll(child.claims()));
    var from = firstDay(rules.zone(), asOf).atStartOfDay(rules.zone()).toInstant();
    return new GroupView(group, children, Uptime.measure(claims, rules, from, asOf, asOf));
  }

  /** The first day of the strips. */
  static LocalDate firstDay(ZoneId zone, Instant at) {
    return LocalDate.ofInstant(at, zone).minusDays(DAYS - 1L);
  }

  LocalDate today() {
    return LocalDate.ofInstant(asOf, page.timeZone());
  }

  /** Open incidents: impact first, then the newest start. */
  List<Told> open() {
    return incidents.stream()
        .filter(Told::isOpen)
        .sorted(
            Comparator.comparing((Told told) -> told.incident().impact())
                .reversed()
                .thenComparing(
                    Comparator.comparing((Told told) -> told.incident().startedAt()).reversed())
                .thenComparing(Told::id))
        .toList();
  }

  List<Told> resolved() {
    return incidents.stream().filter(told -> !told.isOpen()).toList();
  }

  long operational() {
    return components.stream().filter(view -> view.state() == State.OPERATIONAL).count();
  }

  String componentName(String id) {
    return components.stream()
        .filter(view -> view.id().equals(id))
        .map(ComponentView::name)
        .findFirst()
        .orElse("a retired component");
  }
}
