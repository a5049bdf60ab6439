package farol.statuspage.component.web;

import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.statuspage.component.Claims;
import farol.statuspage.component.Components;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/status-page/components")
class ComponentController {
  private final Components components;
  private final Claims claims;

  ComponentController(Components components, Claims claims) {
    this.components = components;
    this.claims = claims;
  }

  @GetMapping
  Items<ComponentAnswer> list() {
    return Items.all(components.now().stream().map(ComponentAnswer::of).toList());
  }

  @PostMapping
  ResponseEntity<ComponentAnswer> create(@RequestBody Components.Description said, Actor actor) {
    var made = ComponentAnswer.of(components.create(said, actor));
    return ResponseEntity.created(URI.create("/api/v1/status-page/components/" + made.id()))
        .body(made);
  }

  @GetMapping("/{id}")
  ComponentAnswer one(@PathVariable String id) {
    return ComponentAnswer.of(components.component(id));
  }

  @PatchMapping("/{id}")
  ComponentAnswer change(
      @PathVariable String id, @RequestBody Components.Description said, Actor actor) {
    return ComponentAnswer.of(components.change(id, said, actor));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> retire(@PathVariable String id, Actor actor) {
    components.retire(id, actor);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/{id}/claims")
  Items<ClaimAnswer> claims(
      @PathVariable String id, @RequestParam(required = false) @Nullable Instant asOf) {
    return Items.all(claims.of(id, asOf).stream().map(ClaimAnswer::of).toList());
  }

  @PostMapping("/{id}/claims")
  ResponseEntity<ClaimAnswer> claim(
      @PathVariable String id, @RequestBody Claims.Statement said, Actor actor) {
    var made = ClaimAnswer.of(claims.record(id, said, actor));
    return ResponseEntity.created(
            URI.create("/api/v1/status-page/components/%s/claims/%s".formatted(id, made.id())))
        .body(made);
  }
}
