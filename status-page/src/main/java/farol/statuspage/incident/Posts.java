package farol.statuspage.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Role;
import farol.alerting.door.Refusal;
import farol.statuspage.component.Components;
import farol.statuspage.component.PageEvents;
import farol.statuspage.component.PageSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Public posts from draft to published. Every step locks the incident first. */
@Service
public class Posts {
  /** The most posts a list of those that wait answers. */
  public static final int WAITING_MAX = 200;

  private final JdbcPublicIncidents incidents;
  private final JdbcPosts posts;
  private final Publication publication;
  private final Components components;
  private final PageSettings settings;
  private final PageEvents events;
  private final Audit audit;
  private final InstantSource clock;

  Posts(
      JdbcPublicIncidents incidents,
      JdbcPosts posts,
      Publication publication,
      Components components,
      PageSettings settings,
      PageEvents events,
      Audit audit,
      InstantSource clock) {
    this.incidents = incidents;
    this.posts = posts;
    this.publication = publication;
    this.components = components;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** A component as a post names it. */
  public record Said(@Nullable String id, @Nullable String state, @Nullable Instant since) {}

  /** What a person wants to tell customers. */
  public record Statement(
      @Nullable String status,
      @Nullable String body,
      @Nullable Instant nextUpdateAt,
      @Nullable List<Said> components,
      @JsonProperty("notify") @Nullable Boolean notifies,
      @Nullable Boolean publish) {}

  @Transactional(readOnly = true)
  public Post post(String id) {
    return posts.find(id).orElseThrow(() -> missing(id));
  }

  /** The posts of an incident in every state, newest first. */
  @Transactional(readOnly = true)
  public List<Post> of(String incident) {
    return posts.of(incident);
  }

  /** Drafts, approved and voided posts, oldest first. */
  @Transactional(readOnly = true)
  public List<Post> waiting() {
    return posts.waiting(WAITING_MAX);
  }

  /** What changed since a post was written; empty while it may still be published as it is. */
  @Transactional(readOnly = true)
  public List<Situation.Difference> differences(Post post) {
    return incidents
        .find(post.incidentId())
        .map(incident -> differences(incident, post))
        .orElse(List.of());
  }

  /** Writes a draft, and publishes it at once where asked by somebody who may approve. */
  @Transactional
  public PostOutcome draft(String incident, Statement said, Actor actor) {
    actor.mustBe(Role.RESPONDER);
    var locked = lock(incident);
    var now = now();
    if (!Boolean.TRUE.equals(said.publish())) {
      return new PostOutcome.Done(insert(locked, said, actor, now), null);
    }
    mayApprove(actor, actor.person().id().value());
    return publishAtOnce(locked, said, actor, now);
  }

  /** Drafts, approves and publishes in one step; the caller has decided that the actor may. */
  PostOutcome.Done publishAtOnce(PublicIncident locked, Statement said, Actor actor, Instant now) {
    var draft = insert(locked, said, actor, now);
    var approved = Drafts.approved(draft, actor.person().id(), now);
    var done = publication.publish(locked, approved, actor.person().id(), now);
    audit.record(actor, now, "status-page.post-published", about(draft), null, done.post());
    return done;
  }

  Post insert(PublicIncident locked, Statement said, Actor actor, Instant now) {
    if (said.status() == null) {
      throw Refusal.invalid("status", "is investigating, identified, monitoring or resolved");
    }
    var status = PublicStatus.of(said.status());
    var post =
        Drafts.draft(
            locked,
            status,
            said.body(),
            said.nextUpdateAt(),
            said(locked, status, said.components()),
            !Boolean.FALSE.equals(said.notifies()),
            actor.person().id(),
            now);
    posts.insert(post);
    audit.record(actor, now, "status-page.post-drafted", about(post), null, post);
    return post;
  }

  @Transactional
  public PostOutcome approve(String id, Actor actor) {
    actor.mustBe(Role.COMMANDER);
    var locked = lock(post(id).incidentId());
    var post = post(id);
    mayApprove(actor, post.createdBy());
    post.state().after(PostState.Step.APPROVE);
    var now = now();
    if (moved(locked, post)) {
      return voided(locked, post, actor, now);
    }
    Publication.mustBeSayable(locked, post, now);
    return saved(post, Drafts.approved(post, actor.person().id(), now), "approved", actor, now);
  }

  @Transactional
  public PostOutcome publish(String id, Actor actor) {
    actor.mustBe(Role.COMMANDER);
    var locked = lock(post(id).incidentId());
    var post = post(id);
    if (post.state() == PostState.DRAFT) {
      throw Refusal.conflict("not-approved", "Nobody has approved this post yet");
    }
    post.state().after(PostState.Step.PUBLISH);
    var now = now();
    if (moved(locked, post)) {
      return voided(locked, post, actor, now);
    }
    var done = publication.publish(locked, post, actor.person().id(), now);
    audit.record(actor, now, "status-page.post-published", about(post), post, done.post());
    return done;
  }

  /** Brings a voided post back as a draft against the situation of now. */
  @Transactional
  public PostOutcome rebase(String id, Actor actor) {
    actor.mustBe(Role.RESPONDER);
    var locked = lock(post(id).incidentId());
    var post = post(id);
    return saved(post, Drafts.rebased(post, locked), "rebased", actor, now());
  }

  @Transactional
  public PostOutcome discard(String id, Actor actor) {
    actor.mustBe(Role.RESPONDER);
    lock(post(id).incidentId());
    var post = post(id);
    return saved(post, Drafts.stepped(post, PostState.Step.DISCARD), "discarded", actor, now());
  }

  /** Changes the text; after publication the old text stays as a revision and nobody is told. */
  @Transactional
  public PostOutcome edit(
      String id, @Nullable String body, @Nullable Instant nextUpdateAt, Actor actor) {
    var locked = lock(post(id).incidentId());
    var post = post(id);
    actor.mustBe(post.state() == PostState.PUBLISHED ? Role.COMMANDER : Role.RESPONDER);
    if (post.state() == PostState.DISCARDED || post.state() == PostState.VOIDED) {
      throw Refusal.conflict("not-editable", "Rebase the post before you edit it");
    }
    var now = now();
    var after = Drafts.rewritten(post, body, nextUpdateAt, now);
    if (post.state() == PostState.PUBLISHED) {
      posts.keepRevision(post, actor.person().id().value(), now);
    }
    var saved = saved(post, after, "edited", actor, now);
    return post.state() == PostState.PUBLISHED && locked.isPublic()
        ? new PostOutcome.Done(after, events.changed("post", id, now))
        : saved;
  }

  private PostOutcome voided(PublicIncident locked, Post post, Actor actor, Instant now) {
    var voided = Drafts.stepped(post, PostState.Step.VOID);
    saved(post, voided, "voided", actor, now);
    return new PostOutcome.Voided(voided, differences(locked, post));
  }

  private static boolean moved(PublicIncident locked, Post post) {
    return locked.situationVersion() != post.writtenAgainst();
  }

  /** What changed since a post was written; the version alone when everything changed back. */
  static List<Situation.Difference> differences(PublicIncident incident, Post post) {
    var found = post.situation().differences(incident.situation());
    return found.isEmpty() && moved(incident, post)
        ? List.of(
            new Situation.Difference(
                "situationVersion",
                String.valueOf(post.writtenAgainst()),
                String.valueOf(incident.situationVersion())))
        : found;
  }

  private PostOutcome.Done saved(Post before, Post after, String step, Actor actor, Instant now) {
    posts.update(after);
    audit.record(actor, now, "status-page.post-" + step, about(after), before, after);
    return new PostOutcome.Done(after, null);
  }

  private void mayApprove(Actor actor, java.util.UUID author) {
    actor.mustBe(Role.COMMANDER);
    if (!settings.page().secondPersonApproves()) {
      return;
    }
    if (actor.isProxy() || actor.person().id().value().equals(author)) {
      throw Refusal.forbidden(
          "second-person", "This page asks a second person to approve, by their own session");
    }
  }

  private List<Post.Said> said(
      PublicIncident incident, PublicStatus status, @Nullable List<Said> said) {
    if (said == null) {
      return status.isFinal()
          ? List.of()
          : incident.components().stream()
              .map(affected -> new Post.Said(affected.id(), affected.state(), null))
              .toList();
    }
    return said.stream()
        .map(
            one -> {
              var known =
                  PublicIncidents.affected(
                      components, "components", new PublicIncidents.Named(one.id(), one.state()));
              var since = one.since();
              return new Post.Said(
                  known.id(),
                  known.state(),
                  since == null ? null : since.truncatedTo(ChronoUnit.MILLIS));
            })
        .toList();
  }

  private PublicIncident lock(String id) {
    return incidents.lock(id).orElseThrow(() -> Refusal.notFound("Public incident " + id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Refusal missing(String id) {
    return Refusal.notFound("Post " + id);
  }

  private static String about(Post post) {
    return "post/" + post.id();
  }
}
