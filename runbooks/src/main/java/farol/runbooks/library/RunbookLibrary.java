package farol.runbooks.library;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Audit;
import farol.alerting.catalog.Catalog;
import farol.alerting.catalog.Person;
import farol.alerting.catalog.Role;
import farol.alerting.door.PersonName;
import farol.alerting.door.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The library: finds, creates, changes and removes runbooks; each change is a commit. */
@Service
public class RunbookLibrary {
  static final int PATH_MAX = 200;
  static final int MESSAGE_MAX = 2_000;
  static final int HISTORY_MAX = 500;

  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\\.md");
  private static final Pattern OID = Pattern.compile("[0-9a-f]{40}");

  private final GitLibrary git;
  private final Catalog catalog;
  private final Audit audit;
  private final RunHistory runs;
  private final MarkdownRenderer renderer;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final RenderCache rendered = new RenderCache();
  private volatile @Nullable Snapshot newest;

  RunbookLibrary(
      GitLibrary git,
      Catalog catalog,
      Audit audit,
      RunHistory runs,
      MarkdownRenderer renderer,
      InstantSource clock,
      MeterRegistry meters) {
    this.git = git;
    this.catalog = catalog;
    this.audit = audit;
    this.runs = runs;
    this.renderer = renderer;
    this.clock = clock;
    this.meters = meters;
  }

  /** A commit that touched a runbook. */
  public record Commit(String commit, String blob, String message, PersonName author, Instant at) {}

  /** Every runbook, by title. */
  public List<Runbook> list() {
    var authors = authors();
    var last = runs.last();
    var today = today();
    return snapshot().byId().values().stream()
        .map(entry -> runbook(entry, authors, last, today))
        .sorted(java.util.Comparator.comparing(Runbook::title, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** The runbook at the head, or 404. */
  public Runbook get(String id) {
    return runbook(entry(snapshot(), id));
  }

  /** The runbook at a commit, or 404. */
  public Runbook get(String id, @Nullable String commit) {
    return commit == null ? get(id) : runbook(entry(snapshotAt(commit), id));
  }

  public Optional<Runbook> find(String id) {
    return snapshot().find(id).map(this::runbook);
  }

  /** The rendered document: sanitised HTML. */
  public String html(Runbook runbook) {
    return rendered.get(runbook.blob(), () -> renderer.html(runbook.document().body()));
  }

  public Runbook create(Actor actor, String path, String markdown, String message) {
    actor.mustBe(Role.RESPONDER);
    checkPath(path);
    var document = checked(markdown, path);
    mayEdit(actor, document);
    var now = clock.instant();
    git.write(
        (repository, head) -> {
          var present = Snapshot.of(repository, head, newest);
          if (present.at(path).isPresent() || present.find(document.id()).isPresent()) {
            throw Refusal.conflict(
                "runbook-exists", "There is a runbook %s at %s".formatted(document.id(), path));
          }
          return change(actor, path, markdown, orElse(message, "Add " + document.title()), now);
        },
        () -> audit.record(actor, now, "runbook.created", object(document.id()), null, path));
    counted();
    return get(document.id());
  }

  /** Changes the text; {@code blob} is the text the author started from. */
  public Runbook save(
      Actor actor, String id, @Nullable String blob, String markdown, String message) {
    actor.mustBe(Role.RESPONDER);
    var before = entry(snapshot(), id);
    mayEdit(actor, before.document());
    var document = checked(markdown, before.path());
    if (!document.id().equals(id)) {
      throw Refusal.invalid("markdown", "The id of a runbook does not change: it is " + id);
    }
    var now = clock.instant();
    git.write(
        (repository, head) -> {
          var present = entry(Snapshot.of(repository, head, newest), id);
          if (!present.blob().equals(blob)) {
            throw new Conflicts(repository).stale(blob, markdown, present);
          }
          return change(
              actor, present.path(), markdown, orElse(message, "Edit " + document.title()), now);
        },
        () -> audit.record(actor, now, "runbook.changed", object(id), before.blob(), message));
    counted();
    return get(id);
  }

  public void remove(Actor actor, String id, @Nullable String blob) {
    actor.mustBe(Role.RESPONDER);
    mayEdit(actor, entry(snapshot(), id).document());
    var now = clock.instant();
    git.write(
        (repository, head) -> {
          var present = entry(Snapshot.of(repository, head, newest), id);
          if (!present.blob().equals(blob)) {
            throw Refusal.stale("The runbook changed since you read it");
          }
          return change(actor, present.path(), null, "Remove " + id, now);
        },
        () -> audit.record(actor, now, "runbook.removed", object(id), blob, null));
    counted();
  }

  /** The commits that touched the runbook, newest first. */
  public List<Commit> history(String id) {
    var path = entry(snapshot(), id).path();
    var authors = authors();
    return git.read(
        (repository, head) ->
            head == null
                ? List.<Commit>of()
                : History.of(repository, head, path, HISTORY_MAX).stream()
                    .map(
                        step ->
                            new Commit(
                                step.commit(),
                                step.blob(),
                                step.message(),
                                author(step.authorName(), step.authorEmail(), authors),
                                step.at()))
                    .toList());
  }

  private Snapshot snapshot() {
    return git.read(
        (repository, head) -> {
          var known = newest;
          if (known != null && java.util.Objects.equals(known.head(), head)) {
            return known;
          }
          var read = Snapshot.of(repository, head, known);
          newest = read;
          return read;
        });
  }

  private Snapshot snapshotAt(String commit) {
    if (!OID.matcher(commit).matches()) {
      throw Refusal.invalid("commit", "is the 40 hexadecimal digits of a commit");
    }
    return git.read(
        (repository, _) -> {
          try (var walk = new RevWalk(repository)) {
            return Snapshot.of(repository, walk.parseCommit(ObjectId.fromString(commit)), newest);
          } catch (MissingObjectException | IncorrectObjectTypeException unknown) {
            throw Refusal.notFound("The commit " + commit);
          }
        });
  }

  private static Snapshot.Entry entry(Snapshot snapshot, String id) {
    return snapshot.find(id).orElseThrow(() -> Refusal.notFound("The runbook " + id));
  }

  private Runbook runbook(Snapshot.Entry entry) {
    return runbook(entry, authors(), runs.last(), today());
  }

  private static Runbook runbook(
      Snapshot.Entry entry,
      Map<String, Person> authors,
      Map<String, RunHistory.LastRun> last,
      LocalDate today) {
    var document = entry.document();
    return new Runbook(
        entry.path(),
        entry.commit(),
        entry.blob(),
        entry.at(),
        author(entry.authorName(), entry.authorEmail(), authors),
        document,
        entry.markdown(),
        Freshness.of(document.reviewBy(), last.get(document.id()), today));
  }

  private Map<String, Person> authors() {
    var byEmail = new HashMap<String, Person>();
    catalog.people().forEach(person -> byEmail.put(person.email(), person));
    return byEmail;
  }

  private static PersonName author(String name, String email, Map<String, Person> authors) {
    var person = authors.get(email);
    return person == null ? new PersonName(email, name) : PersonName.of(person);
  }

  private static RunbookDocument checked(String markdown, String path) {
    Validation.checkText(markdown);
    var document = DocumentParser.parse(markdown, path);
    if (document.published() && !document.valid()) {
      var errors = new ArrayList<Refusal.FieldError>();
      for (var finding : document.findings()) {
        if (finding.isError()) {
          errors.add(
              new Refusal.FieldError(
                  "markdown:" + finding.line(), finding.code() + " " + finding.message()));
        }
      }
      throw Refusal.invalid(errors);
    }
    return document;
  }

  private static void checkPath(String path) {
    if (path.length() > PATH_MAX || !PATH.matcher(path).matches() || path.contains("..")) {
      throw Refusal.invalid("path", "is a path such as scale/web.md, at most 200 characters");
    }
  }

  /** Its owner team and administrators edit a runbook; one that nobody owns, any responder. */
  private void mayEdit(Actor actor, RunbookDocument document) {
    var owner = document.owner();
    var team = owner == null ? Optional.<farol.alerting.catalog.Team>empty() : catalog.team(owner);
    var person = actor.person().id();
    var allowed =
        team.isEmpty()
            || actor.may(Role.ADMIN)
            || team.get().members().contains(person)
            || team.get().manager().filter(person::equals).isPresent()
            || team.get().deputy().filter(person::equals).isPresent();
    if (!allowed) {
      throw Refusal.forbidden("The team %s owns this runbook and edits it".formatted(owner));
    }
  }

  private static GitLibrary.Change change(
      Actor actor, String path, @Nullable String markdown, String message, Instant now) {
    var person = actor.person();
    var bounded = message.length() > MESSAGE_MAX ? message.substring(0, MESSAGE_MAX) : message;
    return new GitLibrary.Change(
        path, markdown, bounded, GitLibrary.author(person.name(), person.email(), now));
  }

  private static String orElse(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private static String object(String id) {
    return "runbook/" + id;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void counted() {
    meters.counter("farol_library_commits_total").increment();
  }
}
