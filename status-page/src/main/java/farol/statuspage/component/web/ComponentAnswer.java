package farol.statuspage.component.web;

import farol.statuspage.component.ComponentNow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component as the API answers it. */
record ComponentAnswer(
    String id,
    String name,
    @Nullable String description,
    @Nullable String groupId,
    String system,
    List<String> regions,
    int position,
    boolean showcase,
    boolean onlyShowIfDegraded,
    @Nullable LocalDate startDate,
    String state,
    List<InRegion> regionStates,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant retiredAt) {
  record InRegion(String region, String state) {}

  static ComponentAnswer of(ComponentNow now) {
    var component = now.component();
    return new ComponentAnswer(
        component.id(),
        component.name(),
        component.description(),
        component.groupId(),
        component.system().word(),
        component.regions(),
        component.position(),
        component.showcase(),
        component.onlyShowIfDegraded(),
        component.startDate(),
        now.state().code(),
        now.regions().stream()
            .map(there -> new InRegion(there.region(), there.state().code()))
            .toList(),
        component.createdAt(),
        component.updatedAt(),
        component.retiredAt());
  }
}
