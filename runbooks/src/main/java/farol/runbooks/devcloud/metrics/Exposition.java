package farol.runbooks.devcloud.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Series in the text format that Prometheus scrapes (version 0.0.4), or as OpenMetrics. */
public final class Exposition {
  private static final Map<String, String> HELP =
      Map.of(
          "app_requests_total", "Requests by code class.",
          "app_errors_total", "Requests that the router answered with 503, by its reason.",
          "app_request_duration_seconds", "Time to answer requests that reached a dyno.",
          "app_dynos", "Dynos by zone, type and state.",
          "app_dyno_utilisation_ratio", "Offered load over what the running web dynos bear.",
          "devcloud_up", "Whether the region lives.",
          "devcloud_zone_up", "Whether the zone lives.");

  private Exposition() {}

  public static String text(Reading reading, boolean openMetrics) {
    var families = new LinkedHashMap<String, List<Series>>();
    reading.series().stream()
        .collect(
            Collectors.groupingBy(
                series -> family(series.metric()), LinkedHashMap::new, Collectors.toList()))
        .forEach(families::put);
    var text = new StringBuilder();
    families.forEach((family, series) -> write(text, family, series, reading, openMetrics));
    if (openMetrics) {
      text.append("# EOF\n");
    }
    return text.toString();
  }

  private static void write(
      StringBuilder text, String family, List<Series> all, Reading reading, boolean openMetrics) {
    var isCounter = family.endsWith("_total");
    var name = openMetrics && isCounter ? family.substring(0, family.length() - 6) : family;
    var type = isCounter ? "counter" : family.endsWith("_duration_seconds") ? "histogram" : "gauge";
    text.append("# HELP ").append(name).append(' ').append(HELP.get(family)).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    for (var series : all) {
      var value = series.reader().at(reading.now());
      if (!Double.isNaN(value)) {
        text.append(series.metric()).append(labels(series.labels())).append(' ');
        text.append(value).append('\n');
      }
    }
  }

  private static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String family(String metric) {
    return metric.startsWith("app_request_duration_seconds")
        ? "app_request_duration_seconds"
        : metric;
  }
}
