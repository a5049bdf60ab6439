package farol.statuspage.incident.web;

import farol.alerting.catalog.Actor;
import farol.statuspage.incident.PostOutcome;
import farol.statuspage.incident.Posts;
import farol.statuspage.incident.PublicIncidents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/status-page/posts/{id}")
class PostController {
  private final Posts posts;
  private final PublicIncidents incidents;

  PostController(Posts posts, PublicIncidents incidents) {
    this.posts = posts;
    this.incidents = incidents;
  }

  /** What may be changed of a post in place. */
  record Edit(@Nullable String body, @Nullable Instant nextUpdateAt) {}

  @GetMapping
  PostAnswer one(@PathVariable String id) {
    return answer(new PostOutcome.Done(posts.post(id), null));
  }

  @PatchMapping
  PostAnswer edit(@PathVariable String id, @RequestBody Edit edit, Actor actor) {
    return answer(posts.edit(id, edit.body(), edit.nextUpdateAt(), actor));
  }

  @PostMapping("/approve")
  PostAnswer approve(@PathVariable String id, Actor actor) {
    return answer(posts.approve(id, actor));
  }

  @PostMapping("/publish")
  PostAnswer publish(@PathVariable String id, Actor actor) {
    return answer(posts.publish(id, actor));
  }

  @PostMapping("/rebase")
  PostAnswer rebase(@PathVariable String id, Actor actor) {
    return answer(posts.rebase(id, actor));
  }

  @PostMapping("/discard")
  PostAnswer discard(@PathVariable String id, Actor actor) {
    return answer(posts.discard(id, actor));
  }

  private PostAnswer answer(PostOutcome outcome) {
    return PostAnswer.of(outcome, incidents.incident(outcome.post().incidentId()));
  }
}
