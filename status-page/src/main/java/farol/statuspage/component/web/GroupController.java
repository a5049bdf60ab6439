package farol.statuspage.component.web;

import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.statuspage.component.Group;
import farol.statuspage.component.Groups;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/status-page/groups")
class GroupController {
  private final Groups groups;

  GroupController(Groups groups) {
    this.groups = groups;
  }

  @GetMapping
  Items<Group> list() {
    return Items.all(groups.all());
  }

  @PostMapping
  ResponseEntity<Group> create(@RequestBody Groups.Description said, Actor actor) {
    var group = groups.create(said, actor);
    return ResponseEntity.created(URI.create("/api/v1/status-page/groups/" + group.id()))
        .body(group);
  }

  @GetMapping("/{id}")
  Group one(@PathVariable String id) {
    return groups.group(id);
  }

  @PatchMapping("/{id}")
  Group change(@PathVariable String id, @RequestBody Groups.Description said, Actor actor) {
    return groups.change(id, said, actor);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable String id, Actor actor) {
    groups.remove(id, actor);
    return ResponseEntity.noContent().build();
  }
}
