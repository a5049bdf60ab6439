package farol.alerting.catalog.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.CatalogDesk;
import farol.alerting.catalog.Grouping;
import farol.alerting.catalog.Service;
import farol.alerting.catalog.ServiceDraft;
import farol.alerting.catalog.ServiceGroupings;
import farol.alerting.catalog.Team;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.alerting.door.Words;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/services")
class ServiceController {
  record GroupingJson(
      @Nullable String mode,
      @Nullable List<String> labels,
      @Nullable Integer windowSeconds,
      @Nullable Integer stormThreshold) {
    static GroupingJson of(Grouping grouping) {
      return new GroupingJson(
          grouping.mode().name(),
          grouping.labels(),
          grouping.windowSeconds(),
          grouping.stormThreshold());
    }

    Grouping grouping() {
      var read = Words.read("grouping.mode", mode, Grouping.Mode.class);
      return new Grouping(
          read == null ? Grouping.Mode.NONE : read,
          labels == null ? List.of() : labels,
          windowSeconds,
          stormThreshold);
    }
  }

  /** A service by slugs. */
  record ServiceJson(
      @Nullable String slug,
      @Nullable String name,
      @Nullable String team,
      @Nullable String type,
      @Nullable String policy,
      @Nullable Integer tier,
      @Nullable String platformPart,
      @Nullable GroupingJson grouping) {
    ServiceDraft draft() {
      return new ServiceDraft(
          slug,
          name,
          team,
          type,
          policy,
          tier,
          platformPart,
          grouping == null ? null : grouping.grouping());
    }
  }

  private final Catalog catalog;
  private final CatalogDesk desk;
  private final ServiceGroupings groupings;

  ServiceController(Catalog catalog, CatalogDesk desk, ServiceGroupings groupings) {
    this.catalog = catalog;
    this.desk = desk;
    this.groupings = groupings;
  }

  @PostMapping
  ResponseEntity<ServiceJson> create(Actor actor, @RequestBody ServiceJson asked) {
    var service = desk.createService(actor, asked.draft());
    return ResponseEntity.created(URI.create("/api/v1/services/" + service.slug()))
        .body(told(service));
  }

  @GetMapping
  Items<ServiceJson> all(Actor actor) {
    return Items.all(catalog.services().stream().map(this::told).toList());
  }

  @GetMapping("/{slug}")
  ServiceJson one(Actor actor, @PathVariable String slug) {
    return told(
        catalog
            .service(slug)
            .orElseThrow(() -> Refusal.notFound("The service %s".formatted(slug))));
  }

  private ServiceJson told(Service service) {
    return new ServiceJson(
        service.slug(),
        service.name(),
        catalog.team(service.team()).map(Team::slug).orElse(null),
        service.type(),
        service.policySlug(),
        service.tier(),
        service.platformPart(),
        GroupingJson.of(groupings.of(service.id())));
  }
}
