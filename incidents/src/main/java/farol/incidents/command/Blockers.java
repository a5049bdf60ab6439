package farol.incidents.command;

import farol.runbooks.execution.IncidentRuns;
import farol.statuspage.incident.PublicPosts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands between an open incident and its resolution. */
@Component
public class Blockers {
  private final PublicPosts posts;
  private final IncidentRuns runs;

  Blockers(PublicPosts posts, IncidentRuns runs) {
    this.posts = posts;
    this.runs = runs;
  }

  public List<Blocker> of(Incident incident) {
    if (!incident.state().open()) {
      return List.of();
    }
    var blockers = new ArrayList<Blocker>();
    posts
        .of(incident.id())
        .filter(state -> state.lastPublishedAt() != null && state.open())
        .map(
            state ->
                new Blocker(
                    Blocker.FINAL_POST_MISSING,
                    "The public incident is still open: publish a final post.",
                    true,
                    state.publicIncidentId()))
        .ifPresent(blockers::add);
    runs.of(incident.id()).stream()
        .filter(run -> !run.finished())
        .map(Blockers::unfinished)
        .forEach(blockers::add);
    return List.copyOf(blockers);
  }

  private static Blocker unfinished(IncidentRuns.RunLine run) {
    return new Blocker(
        Blocker.RUN_UNFINISHED,
        "The run of \"%s\" is %s: finish it or stop it.".formatted(run.title(), run.status()),
        false,
        run.id().toString());
  }
}
