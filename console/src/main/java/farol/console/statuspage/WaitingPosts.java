package farol.console.statuspage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import farol.console.ui.Live;
import farol.console.ui.RefusalLine;
import farol.console.ui.SectionHead;
import farol.console.ui.Toast;
import farol.console.ui.Topic;
import farol.console.ui.Viewer;
import farol.statuspage.incident.Post;
import farol.statuspage.incident.PostOutcome;
import farol.statuspage.incident.PostState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posts that wait for somebody: to be approved, to be published, or to be read again. */
final class WaitingPosts {
  private final Viewer viewer;
  private final Desk desk;
  private final Live live;
  private final Runnable redraw;

  WaitingPosts(Viewer viewer, Desk desk, Live live, Runnable redraw) {
    this.viewer = viewer;
    this.desk = desk;
    this.live = live;
    this.redraw = redraw;
  }

  /** The section over all incidents; empty when nothing waits. */
  Optional<Div> section() {
    return section(desk.posts().waiting(), null);
  }

  /** The same for one incident, which then needs no name. */
  Optional<Div> section(List<Post> waiting, @Nullable String incident) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    var section = new Div(new SectionHead("Waiting for a word", String.valueOf(waiting.size())));
    section.addClassName("f-section");
    waiting.forEach(post -> section.add(draft(post, incident == null)));
    return Optional.of(section);
  }

  private Div draft(Post post, boolean named) {
    var refusal = new RefusalLine();
    var by = new Span("by " + desk.firstName(post.createdBy()) + ", ");
    by.addClassName("f-2");
    var head = new Div(Shown.of(post.state()), by, viewer.times().age(post.createdAt()));
    head.addClassName("f-stateline");
    if (named) {
      head.add(new Span("in " + desk.incidents().incident(post.incidentId()).name()));
    }
    var text = new Paragraph(post.status().word() + ". " + post.body());
    text.addClassNames("f-wrap", "f-said");
    var draft = new Div(head, text);
    desk.posts().differences(post).forEach(one -> draft.add(Differences.sentence(desk, one)));
    draft.add(acts(post, refusal), refusal);
    draft.addClassName("f-draft");
    return draft;
  }

  private Div acts(Post post, RefusalLine refusal) {
    var acts = new Div();
    acts.addClassName("f-stateline");
    switch (post.state()) {
      case DRAFT ->
          acts.add(act("Approve", refusal, () -> desk.posts().approve(post.id(), viewer.actor())));
      case APPROVED ->
          acts.add(act("Publish", refusal, () -> desk.posts().publish(post.id(), viewer.actor())));
      case VOIDED ->
          acts.add(
              act(
                  "I read it again: confirm",
                  refusal,
                  () -> desk.posts().rebase(post.id(), viewer.actor())));
      case PUBLISHED, DISCARDED -> {}
    }
    if (post.state() != PostState.PUBLISHED) {
      var discard = act("Discard", refusal, () -> desk.posts().discard(post.id(), viewer.actor()));
      discard.addThemeVariants(ButtonVariant.TERTIARY);
      acts.add(discard);
    }
    return acts;
  }

  private Button act(String verb, RefusalLine refusal, Supplier<PostOutcome> act) {
    var button =
        new Button(
            verb,
            _ ->
                refusal.attempt(
                    () -> {
                      Toast.show(said(act.get()));
                      live.changed(Topic.STATUS_PAGE);
                      redraw.run();
                    }));
    button.addThemeVariants(ButtonVariant.SMALL);
    return button;
  }

  private static String said(PostOutcome outcome) {
    return switch (outcome) {
      case PostOutcome.Voided _ -> "The situation changed after it was written. Read it again.";
      case PostOutcome.Done(var post, _) ->
          switch (post.state()) {
            case DRAFT -> "Confirmed. It needs approval again.";
            case APPROVED -> "Approved. Publish it when it should be read.";
            case PUBLISHED -> "Published. Customers read it within seconds.";
            case VOIDED -> "The post is void.";
            case DISCARDED -> "Discarded.";
          };
    };
  }
}
