package farol.runbooks.library;

import farol.alerting.catalog.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads front matter of format v1 and finds what is wrong with it. */
final class FrontMatterReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}[a-z0-9]");
  private static final Set<String> KEYS =
      Set.of(
          "runbook",
          "id",
          "title",
          "owner",
          "services",
          "alerts",
          "stage",
          "review",
          "params",
          "policy",
          "steps");
  private static final Set<String> STAGES = Set.of("draft", "published", "deprecated");
  private static final Set<String> POLICY_KEYS =
      Set.of("blast_radius", "min_remaining", "approvals", "max_per_hour", "freeze", "abort_when");

  private final YamlReads reads;
  private final Findings findings;

  private FrontMatterReader(Findings findings) {
    this.findings = findings;
    this.reads = new YamlReads(findings);
  }

  /** Reads the block at the head of {@code lines}; a file without both fences has none. */
  static FrontMatter read(List<String> lines, Findings findings) {
    if (lines.isEmpty()
        || !lines.getFirst().strip().equals("---")
        || !lines.getFirst().startsWith("---")) {
      return FrontMatter.NONE;
    }
    for (var end = 1; end < lines.size(); end++) {
      if (lines.get(end).startsWith("---") && lines.get(end).strip().equals("---")) {
        var text = String.join("\n", lines.subList(1, end));
        var root = Yaml.read(text, 2, findings);
        return new FrontMatterReader(findings).read(root, end + 1);
      }
    }
    return FrontMatter.NONE;
  }

  private FrontMatter read(Yaml.Mapping root, int lines) {
    var version = root.get("runbook");
    if (version == null) {
      return plain(root, lines);
    }
    if (!"v1".equals(reads.text(version))) {
      findings.error("RB111", version.line(), "The format is 'runbook: v1'");
    }
    reads.known(root, KEYS, "RB103");
    var stage = reads.textOr(root.get("stage"), "draft");
    if (!STAGES.contains(stage)) {
      findings.error(
          "RB104", reads.lineOf(root, "stage"), "A stage is draft, published or deprecated");
    }
    return new FrontMatter(
        true,
        lines,
        id(root),
        title(root),
        reads.text(root.get("owner")),
        reads.texts(root.get("services")),
        reads.texts(root.get("alerts")),
        stage,
        reviewBy(root),
        new ParameterReader(reads, findings).read(root.get("params")),
        policy(root.get("policy")),
        stepAttributes(root.get("steps")),
        stepLines(root.get("steps")));
  }

  /** A plain document keeps what a reader would use of its front matter; it is never refused. */
  private FrontMatter plain(Yaml.Mapping root, int lines) {
    return new FrontMatter(
        false,
        lines,
        null,
        root.get("title") instanceof Yaml.Scalar(var text, _) ? text : null,
        root.get("owner") instanceof Yaml.Scalar(var text, _) ? text : null,
        root.get("services") instanceof Yaml.Sequence some ? reads.texts(some) : List.of(),
        root.get("alerts") instanceof Yaml.Sequence some ? reads.texts(some) : List.of(),
        "published",
        null,
        List.of(),
        Policy.NONE,
        Map.of(),
        Map.of());
  }

  private @Nullable String id(Yaml.Mapping root) {
    var id = reads.text(root.get("id"));
    if (id == null) {
      findings.error("RB105", root.line(), "An executable runbook has an id");
    } else if (!ID.matcher(id).matches()) {
      findings.error(
          "RB105",
          reads.lineOf(root, "id"),
          "An id is 3 to 64 of a-z, 0-9 and -, beginning with a letter");
    }
    return id;
  }

  private @Nullable String title(Yaml.Mapping root) {
    var title = reads.text(root.get("title"));
    if (title == null || title.isBlank()) {
      findings.error("RB106", root.line(), "An executable runbook has a title");
    }
    return title;
  }

  private @Nullable LocalDate reviewBy(Yaml.Mapping root) {
    if (!(root.get("review") instanceof Yaml.Mapping review)) {
      return null;
    }
    reads.known(review, Set.of("by", "every"), "RB103");
    var by = reads.text(review.get("by"));
    try {
      return by == null ? null : LocalDate.parse(by);
    } catch (DateTimeParseException unreadable) {
      findings.error("RB104", review.line(), "review.by is a date such as 2027-02-01");
      return null;
    }
  }

  private Policy policy(@Nullable Yaml value) {
    if (!(value instanceof Yaml.Mapping policy)) {
      return Policy.NONE;
    }
    reads.known(policy, POLICY_KEYS, "RB103");
    var radius = reads.mapping(policy.get("blast_radius"));
    reads.known(radius, Set.of("apps", "dynos_changed", "regions"), "RB103");
    var approvals = reads.mapping(policy.get("approvals"));
    reads.known(approvals, Set.of("count", "from", "expires"), "RB103");
    var freeze = reads.textOr(policy.get("freeze"), "respect");
    if (!freeze.equals("respect") && !freeze.equals("break-glass")) {
      findings.error("RB104", policy.line(), "freeze is respect or break-glass");
    }
    return new Policy(
        reads.number(radius.get("apps")),
        reads.number(radius.get("dynos_changed")),
        reads.number(radius.get("regions")),
        reads.numbers(policy.get("min_remaining")),
        reads.number(approvals.get("count")),
        roles(approvals.get("from")),
        expires(approvals.get("expires")),
        reads.number(policy.get("max_per_hour")));
  }

  private List<Role> roles(@Nullable Yaml value) {
    var roles = new ArrayList<Role>();
    for (var word : reads.texts(value)) {
      try {
        roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        findings.error("RB104", value == null ? 0 : value.line(), "There is no role " + word);
      }
    }
    return roles.isEmpty() ? List.of(Role.RESPONDER) : roles;
  }

  private Duration expires(@Nullable Yaml value) {
    var text = reads.text(value);
    if (text == null) {
      return Policy.EXPIRES_DEFAULT;
    }
    var duration = Durations.read(text);
    if (duration.isEmpty()) {
      findings.error(
          "RB104", value == null ? 0 : value.line(), "expires is a duration such as 30m");
    }
    return duration.orElse(Policy.EXPIRES_DEFAULT);
  }

  private Map<String, Map<String, String>> stepAttributes(@Nullable Yaml value) {
    var steps = new LinkedHashMap<String, Map<String, String>>();
    reads
        .mapping(value)
        .entries()
        .forEach(
            (id, attributes) -> {
              var read = new LinkedHashMap<String, String>();
              reads
                  .mapping(attributes)
                  .entries()
                  .forEach((name, text) -> read.put(name, reads.textOr(text, "")));
              steps.put(id, read);
            });
    return steps;
  }

  private Map<String, Integer> stepLines(@Nullable Yaml value) {
    var lines = new LinkedHashMap<String, Integer>();
    reads.mapping(value).entries().forEach((id, step) -> lines.put(id, step.line()));
    return lines;
  }
}
