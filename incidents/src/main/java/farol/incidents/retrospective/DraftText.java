package farol.incidents.retrospective;

import farol.incidents.command.Ages;
import farol.incidents.command.Incident;
import farol.incidents.command.IncidentSeverity;
import farol.incidents.command.Milestone;
import farol.incidents.command.SeverityChange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a retrospective: all that is recorded, in sentences, and "To write" where people
 * must say it. Pure: the same facts give the same text.
 */
final class DraftText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC on' d MMM yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** One person in command. */
  record Held(String name, Instant from, @Nullable Instant until) {}

  /** A public post as the timeline holds it. */
  record Post(String status, Instant at) {}

  /** What is known. */
  record Facts(
      Incident incident,
      List<SeverityChange> severities,
      List<Held> commanders,
      List<Post> posts,
      List<String> standingChanges) {}

  private final Facts facts;

  private DraftText(Facts facts) {
    this.facts = facts;
  }

  static Map<Section, String> of(Facts facts) {
    var draft = new DraftText(facts);
    var sections = new EnumMap<Section, String>(Section.class);
    for (var section : Section.values()) {
      sections.put(section, draft.text(section));
    }
    return sections;
  }

  private String text(Section section) {
    return switch (section) {
      case TLDR -> tldr();
      case CUSTOMER_IMPACT -> impact();
      case DETECTION -> detection();
      case RESPONSE -> response();
      case TEMPORARY_CHANGES -> temporaryChanges();
      case CUSTOMER_MESSAGE -> Section.TO_WRITE + ": summary, what happened, what we are doing.";
      case WENT_WELL, WENT_BADLY, LUCKY, SURPRISED, BELIEFS, OPEN_QUESTIONS, INTERNAL_MESSAGE ->
          Section.TO_WRITE + ".";
    };
  }

  private String tldr() {
    var incident = facts.incident();
    var lines = new ArrayList<String>();
    lines.add(
        "%s, %s: %s. Declared at %s."
            .formatted(
                incident.key(),
                incident.severity(),
                incident.title(),
                clock(incident.milestones().declaredAt())));
    between(Milestone.DECLARED, Milestone.IMPACT_MITIGATED)
        .ifPresent(length -> lines.add("Mitigated %s later.".formatted(Ages.of(length))));
    between(Milestone.DECLARED, Milestone.RESOLVED)
        .ifPresent(
            length -> lines.add("Resolved %s after the declaration.".formatted(Ages.of(length))));
    lines.add(Section.TO_WRITE + ": what happened and what we learnt, in two sentences.");
    return String.join(" ", lines);
  }

  private String impact() {
    var lines = new ArrayList<String>();
    if (facts.incident().summary() != null) {
      lines.add(facts.incident().summary());
    }
    perSeverity()
        .forEach(
            (severity, length) -> lines.add("%s for %s.".formatted(severity, Ages.of(length))));
    lines.add(
        "Impact from %s to %s."
            .formatted(known(Milestone.IMPACT_STARTED), known(Milestone.IMPACT_ENDED)));
    lines.add(publicWords());
    lines.add(Section.TO_WRITE + ": components, accounts hit, requests failed, tickets.");
    return String.join("\n\n", lines);
  }

  private Map<IncidentSeverity, Duration> perSeverity() {
    var lengths = new EnumMap<IncidentSeverity, Duration>(IncidentSeverity.class);
    var end = facts.incident().milestones().at(Milestone.RESOLVED);
    var log = facts.severities();
    for (var at = 0; at < log.size(); at++) {
      var until = at + 1 < log.size() ? log.get(at + 1).at() : end;
      if (until != null && until.isAfter(log.get(at).at())) {
        lengths.merge(
            log.get(at).became(), Duration.between(log.get(at).at(), until), Duration::plus);
      }
    }
    return lengths;
  }

  private String publicWords() {
    if (facts.posts().isEmpty()) {
      return "Customers were told nothing on the status page.";
    }
    var first = facts.posts().getFirst().at();
    return "%d public posts, the first %s after the declaration; the longest silence was %s."
        .formatted(
            facts.posts().size(),
            Ages.between(facts.incident().milestones().declaredAt(), first),
            Ages.of(longestSilence()));
  }

  private Duration longestSilence() {
    var last = facts.incident().milestones().declaredAt();
    var longest = Duration.ZERO;
    for (var post : facts.posts()) {
      longest = longer(longest, Duration.between(last, post.at()));
      last = post.at();
    }
    var resolved = facts.incident().milestones().at(Milestone.RESOLVED);
    var told = facts.posts().getLast().status().equals("resolved");
    return resolved == null || told ? longest : longer(longest, Duration.between(last, resolved));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private String detection() {
    return "Detected at %s, declared at %s.\n\n%s: what told us, and what could have told us earlier."
        .formatted(
            known(Milestone.DETECTED),
            clock(facts.incident().milestones().declaredAt()),
            Section.TO_WRITE);
  }

  private String response() {
    var lines = new ArrayList<String>();
    for (var held : facts.commanders()) {
      lines.add(
          "- %s commanded from %s%s"
              .formatted(
                  held.name(),
                  clock(held.from()),
                  held.until() == null ? "" : " for " + Ages.between(held.from(), held.until())));
    }
    if (facts.commanders().isEmpty()) {
      lines.add("Nobody took command.");
    }
    lines.add("");
    lines.add(Section.TO_WRITE + ": what was tried, in which order, and why.");
    return String.join("\n", lines);
  }

  private String temporaryChanges() {
    if (facts.standingChanges().isEmpty()) {
      return "No run of a runbook left changes that still stand. "
          + Section.TO_WRITE
          + ": changes made by hand.";
    }
    return String.join("\n", facts.standingChanges().stream().map(line -> "- " + line).toList())
        + "\n\n"
        + Section.TO_WRITE
        + ": who undoes or keeps each.";
  }

  private java.util.Optional<Duration> between(Milestone from, Milestone to) {
    var a = facts.incident().milestones().at(from);
    var b = facts.incident().milestones().at(to);
    return a == null || b == null
        ? java.util.Optional.empty()
        : java.util.Optional.of(Duration.between(a, b));
  }

  private String known(Milestone milestone) {
    var at = facts.incident().milestones().at(milestone);
    return at == null ? "(not known)" : clock(at);
  }

  private static String clock(Instant at) {
    return CLOCK.format(at);
  }
}
