package farol.checklists.checklist;

import farol.alerting.catalog.Role;
import farol.checklists.checklist.Check.Attest;
import farol.checklists.checklist.Check.EvidenceRule;
import farol.checklists.checklist.Check.WaiverRule;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads checklist documents; what is wrong is refused with the path of the member. */
public final class ChecklistReader {
  private static final String SLUG = "[a-z0-9-]{1,63}";
  private static final int TEXT_MAX = 1 << 20;

  private ChecklistReader() {}

  /** The document as plain maps and lists: YAML 1.2 without duplicate keys and alias bombs. */
  public static Object tree(String yaml) {
    var settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(TEXT_MAX)
            .build();
    return new Load(settings).loadFromString(yaml);
  }

  public static Checklist read(String yaml) {
    return read(Fields.of(tree(yaml), ""));
  }

  /** Reads a document; {@code version} and {@code effectiveFrom} may stand beside its members. */
  public static Checklist read(Fields document) {
    document.only(
        "checklist",
        "id",
        "title",
        "gates",
        "grace",
        "redeploy",
        "appliesTo",
        "checks",
        "version",
        "effectiveFrom",
        "sha256");
    if (!"v1".equals(document.text("checklist"))) {
      throw document.wrong("checklist", "is v1");
    }
    return document.build(
        () ->
            new Checklist(
                slug(document, "id"),
                document.text("title"),
                document.read(
                    "gates",
                    word -> Stage.of(word).orElseThrow(IllegalArgumentException::new),
                    "is production or beta"),
                document.has("grace") ? document.span("grace") : new Span("P0D"),
                "deny-after-grace".equals(document.text("redeploy", "warn")),
                appliesTo(document),
                document.list("checks", ChecklistReader::check)));
  }

  private static Check check(Fields check) {
    check.only(
        "id", "revision", "title", "why", "fix", "required", "appliesTo", "evidence", "waiver");
    return check.build(
        () ->
            new Check(
                slug(check, "id"),
                check.integer("revision", 1),
                check.text("title"),
                check.text("why", ""),
                check.text("fix", ""),
                check.flag("required", true),
                appliesTo(check),
                evidence(check.object("evidence")),
                waiver(check)));
  }

  private static EvidenceRule evidence(Fields evidence) {
    evidence.only("collector", "ttl", "push", "attest");
    var collector = evidence.textOrNull("collector");
    if (collector != null && !Check.COLLECTORS.contains(collector)) {
      throw evidence.wrong("collector", "is not a collector: " + collector);
    }
    var ttl = "once".equals(evidence.raw("ttl")) ? null : evidence.span("ttl");
    return evidence.build(
        () ->
            new EvidenceRule(
                collector,
                ttl,
                evidence.flag("push", false),
                evidence.has("attest") ? attest(evidence.object("attest")) : null));
  }

  private static Attest attest(Fields attest) {
    attest.only("ttl", "link", "role");
    var role =
        attest.has("role")
            ? attest.read("role", word -> Role.valueOf(word.toUpperCase(Locale.ROOT)), "is a role")
            : Role.RESPONDER;
    return new Attest(attest.span("ttl"), attest.flag("link", false), role);
  }

  private static @Nullable WaiverRule waiver(Fields check) {
    if (!check.has("waiver") || "never".equals(check.raw("waiver"))) {
      return null;
    }
    var waiver = check.object("waiver").only("max", "approver");
    return waiver.build(() -> new WaiverRule(waiver.span("max"), waiver.textOrNull("approver")));
  }

  private static AppliesTo appliesTo(Fields parent) {
    if (!parent.has("appliesTo")) {
      return AppliesTo.ALL;
    }
    var appliesTo = parent.object("appliesTo").only("tiers", "types");
    Set<Integer> tiers = new LinkedHashSet<>();
    for (var tier : appliesTo.values("tiers")) {
      if (!(tier instanceof Integer number) || number < 1 || number > 4) {
        throw appliesTo.wrong("tiers", "are whole numbers from 1 to 4");
      }
      tiers.add(number);
    }
    Set<String> types = new LinkedHashSet<>();
    appliesTo.values("types").forEach(type -> types.add(String.valueOf(type)));
    return new AppliesTo(tiers, types);
  }

  private static String slug(Fields fields, String name) {
    var slug = fields.text(name);
    if (!slug.matches(SLUG)) {
      throw fields.wrong(name, "is 1 to 63 of a-z, 0-9 and -");
    }
    return slug;
  }
}
