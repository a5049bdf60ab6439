package farol.alerting.alert;

import farol.alerting.storage.Documents;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a sender says about an alert, cut to what is stored. */
public record AlertContent(
    String summary,
    String source,
    Severity severity,
    Urgency urgency,
    Map<String, String> labels,
    Map<String, Object> details,
    List<Link> links) {
  public static final int SUMMARY_MAX = 1_024;
  public static final int SOURCE_MAX = 512;
  public static final int LABELS_MAX = 64;
  public static final int LABEL_MAX = 1_024;
  public static final int LINKS_MAX = 50;
  public static final int DETAILS_MAX = 64 * 1_024;

  public AlertContent {
    summary = Texts.cut(summary, SUMMARY_MAX);
    source = Texts.cut(source, SOURCE_MAX);
    labels = labelsWithin(labels);
    details = detailsWithin(details);
    links = links.stream().limit(LINKS_MAX).toList();
  }

  private static Map<String, String> labelsWithin(Map<String, String> labels) {
    var kept = new LinkedHashMap<String, String>();
    labels.entrySet().stream()
        .limit(LABELS_MAX)
        .forEach(
            label ->
                kept.put(
                    Texts.cut(label.getKey(), LABEL_MAX), Texts.cut(label.getValue(), LABEL_MAX)));
    return kept;
  }

  /** Over-long details are kept as the beginning of their text, marked as cut. */
  private static Map<String, Object> detailsWithin(Map<String, Object> details) {
    var clean = cleanMembers(details);
    var octets = Documents.text(clean).getBytes(StandardCharsets.UTF_8);
    if (octets.length <= DETAILS_MAX) {
      return clean;
    }
    var start = new String(octets, 0, DETAILS_MAX, StandardCharsets.UTF_8);
    return Map.of("cut", true, "text", start);
  }

  private static Map<String, Object> cleanMembers(Map<?, ?> members) {
    var clean = new LinkedHashMap<String, Object>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            clean.put(Texts.clean(String.valueOf(name)), cleaned(value));
          }
        });
    return clean;
  }

  private static Object cleaned(Object value) {
    return switch (value) {
      case String text -> Texts.clean(text);
      case Map<?, ?> members -> cleanMembers(members);
      case List<?> items ->
          items.stream().filter(Objects::nonNull).map(AlertContent::cleaned).toList();
      default -> value;
    };
  }
}
