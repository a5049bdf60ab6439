package farol.checklists.checklist.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.checklists.checklist.ChecklistReader;
import farol.checklists.checklist.Checklists;
import farol.checklists.checklist.Checklists.Published;
import farol.checklists.checklist.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published checklists. */
@RestController
class ChecklistsController {
  private final Checklists checklists;

  ChecklistsController(Checklists checklists) {
    this.checklists = checklists;
  }

  @GetMapping("/api/v1/checklists")
  Items<Map<String, Object>> all(Actor actor) {
    actor.mustBe(Role.VIEWER);
    return Items.all(checklists.newest().stream().map(ChecklistsController::document).toList());
  }

  @GetMapping("/api/v1/checklists/{id}")
  ResponseEntity<?> one(
      Actor actor,
      @PathVariable String id,
      @RequestParam @Nullable Integer version,
      @RequestHeader(value = "Accept", defaultValue = "*/*") String accept) {
    actor.mustBe(Role.VIEWER);
    var found = version == null ? checklists.newest(id) : checklists.version(id, version);
    var published = found.orElseThrow(() -> Refusal.notFound("Checklist " + id));
    return accept.startsWith("application/yaml")
        ? ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
            .body(published.text())
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document(published));
  }

  @PostMapping("/api/v1/checklists")
  void publish(Actor actor) {
    actor.mustBe(Role.ADMIN);
    throw Refusal.notBuilt("Publishing a checklist");
  }

  @PostMapping("/api/v1/checklist-previews")
  void preview(Actor actor) {
    actor.mustBe(Role.ADMIN);
    throw Refusal.notBuilt("Previewing a checklist");
  }

  private static Map<String, Object> document(Published published) {
    var document = Fields.of(ChecklistReader.tree(published.text()), "").members();
    document.put("version", published.version().version());
    document.put("sha256", published.version().sha256());
    document.put("effectiveFrom", published.version().effectiveFrom());
    return document;
  }
}
