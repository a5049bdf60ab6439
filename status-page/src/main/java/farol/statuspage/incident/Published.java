package farol.statuspage.incident;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers have been told: open incidents, and those of the days the page keeps. */
@Service
@Transactional(readOnly = true)
public class Published {
  private final JdbcPublicIncidents incidents;
  private final JdbcPosts posts;

  Published(JdbcPublicIncidents incidents, JdbcPosts posts) {
    this.incidents = incidents;
    this.posts = posts;
  }

  /** Public incidents that are open or were told since an instant, newest first. */
  public List<PublicIncident> incidentsSince(Instant since, int limit) {
    return incidents.publicSince(since, limit);
  }

  /** The published posts of those incidents, newest first. */
  public List<Post> postsSince(Instant since) {
    return posts.publishedSince(since);
  }
}
