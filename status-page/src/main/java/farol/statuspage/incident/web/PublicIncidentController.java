package farol.statuspage.incident.web;

import farol.alerting.catalog.Actor;
import farol.alerting.door.Items;
import farol.alerting.door.Refusal;
import farol.statuspage.incident.Posts;
import farol.statuspage.incident.PublicIncidents;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/status-page/incidents")
class PublicIncidentController {
  private final PublicIncidents incidents;
  private final Posts posts;

  PublicIncidentController(PublicIncidents incidents, Posts posts) {
    this.incidents = incidents;
    this.posts = posts;
  }

  @GetMapping
  Items<IncidentAnswer> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    var most = Items.limit(limit);
    var found = incidents.newest(before(after), most);
    return new Items<>(
        found.stream().map(IncidentAnswer::of).toList(),
        found.size() < most ? null : String.valueOf(found.getLast().number()));
  }

  private static long before(@Nullable String after) {
    try {
      return after == null ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException notACursor) {
      throw Refusal.invalid("after", "is not a cursor of this list: " + after);
    }
  }

  @PostMapping
  ResponseEntity<IncidentAnswer> open(@RequestBody PublicIncidents.Description said, Actor actor) {
    var made = IncidentAnswer.of(incidents.open(said, actor));
    return ResponseEntity.created(URI.create("/api/v1/status-page/incidents/" + made.id()))
        .body(made);
  }

  @GetMapping("/{id}")
  IncidentAnswer one(@PathVariable String id) {
    return IncidentAnswer.of(incidents.incident(id));
  }

  @PatchMapping("/{id}")
  IncidentAnswer change(
      @PathVariable String id, @RequestBody PublicIncidents.Description said, Actor actor) {
    return IncidentAnswer.of(incidents.change(id, said, actor));
  }

  @GetMapping("/{id}/posts")
  Items<PostAnswer> posts(@PathVariable String id) {
    var incident = incidents.incident(id);
    return Items.all(
        posts.of(id).stream().map(post -> PostAnswer.of(post, null, incident)).toList());
  }

  @PostMapping("/{id}/posts")
  ResponseEntity<PostAnswer> post(
      @PathVariable String id, @RequestBody Posts.Statement said, Actor actor) {
    var outcome = posts.draft(id, said, actor);
    var made = PostAnswer.of(outcome, incidents.incident(id));
    return ResponseEntity.created(URI.create("/api/v1/status-page/posts/" + made.id())).body(made);
  }

  @PostMapping("/{id}/reopen")
  ResponseEntity<Void> reopen(@PathVariable String id) {
    throw Refusal.notBuilt("Reopening a public incident");
  }
}
