package farol.statuspage.renderer;

import farol.statuspage.component.Claim;
import farol.statuspage.component.Component;
import farol.statuspage.component.ComponentNow;
import farol.statuspage.component.State;
import farol.statuspage.uptime.Measured;
import farol.statuspage.uptime.Rules;
import farol.statuspage.uptime.Uptime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** A component as the page shows it: what it is now, and its last days. */
record ComponentView(ComponentNow now, Measured uptime, List<Claim> claims) {
  static ComponentView of(Component component, List<Claim> all, Rules rules, Instant at) {
    var claims = all.stream().filter(claim -> claim.component().equals(component.id())).toList();
    var first = PageModel.firstDay(rules.zone(), at);
    var began = begins(component, rules.zone());
    var from = (began.isAfter(first) ? began : first).atStartOfDay(rules.zone()).toInstant();
    return new ComponentView(
        ComponentNow.of(component, claims, at),
        Uptime.measure(claims, rules, from, at, at),
        claims);
  }

  /** Before it began nobody watched it: the page does not say it was well. */
  private static LocalDate begins(Component component, ZoneId zone) {
    return Objects.requireNonNullElseGet(
        component.startDate(), () -> LocalDate.ofInstant(component.createdAt(), zone));
  }

  Component component() {
    return now.component();
  }

  String id() {
    return component().id();
  }

  String name() {
    return component().name();
  }

  State state() {
    return now.state();
  }

  /** The regions that are not well; empty when it is unwell everywhere or nowhere. */
  List<String> troubledRegions() {
    var troubled =
        now.regions().stream()
            .filter(there -> there.state() != State.OPERATIONAL)
            .map(ComponentNow.InRegion::region)
            .toList();
    return troubled.size() == now.regions().size() ? List.of() : troubled;
  }

  /** Whether its regions stand differently. */
  boolean differs() {
    return now.regions().stream().map(ComponentNow.InRegion::state).distinct().count() > 1;
  }
}
