package farol.statuspage.renderer;

import farol.statuspage.component.Claims;
import farol.statuspage.component.Components;
import farol.statuspage.component.Groups;
import farol.statuspage.component.PageSettings;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PublicIncident;
import farol.statuspage.incident.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads all the renderer needs. The caller holds one point of isolation. */
@Component
class PageReader {
  /** A day more than the strips show, for zones ahead of UTC. */
  private static final Duration KEPT = Duration.ofDays(PageModel.DAYS + 1L);

  /** How many incidents have a page of their own. */
  static final int INCIDENTS_MAX = 100;

  private final PageSettings settings;
  private final Groups groups;
  private final Components components;
  private final Claims claims;
  private final Published published;

  PageReader(
      PageSettings settings,
      Groups groups,
      Components components,
      Claims claims,
      Published published) {
    this.settings = settings;
    this.groups = groups;
    this.components = components;
    this.claims = claims;
    this.published = published;
  }

  PageState read(Instant now) {
    var since = now.minus(KEPT);
    return new PageState(
        settings.page(),
        groups.all(),
        components.onPage(),
        claims.between(since, now),
        told(published.incidentsSince(since, INCIDENTS_MAX), published.postsSince(since)));
  }

  private static List<Told> told(List<PublicIncident> incidents, List<Post> posts) {
    var byIncident = posts.stream().collect(Collectors.groupingBy(Post::incidentId));
    return incidents.stream()
        .flatMap(
            incident ->
                Told.of(incident, byIncident.getOrDefault(incident.id(), List.of())).stream())
        .toList();
  }
}
