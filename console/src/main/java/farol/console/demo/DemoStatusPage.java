package farol.console.demo;

import farol.alerting.catalog.Actor;
import farol.statuspage.component.Components;
import farol.statuspage.component.Groups;
import farol.statuspage.component.PageSettings;
import farol.statuspage.component.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What customers of Caminho can name, and 90 days of what they were told. */
@Component
class DemoStatusPage implements DemoRoom {
  private static final int MEASURED_DAYS = 400;
  private static final List<String> BOTH = List.of("us-east", "eu-west");

  private final PageSettings settings;
  private final Groups groups;
  private final Components components;
  private final PagePast past;

  DemoStatusPage(PageSettings settings, Groups groups, Components components, PagePast past) {
    this.settings = settings;
    this.groups = groups;
    this.components = components;
    this.past = past;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public void seed(Actor administrator, Instant now) {
    settings.change(
        new PageSettings.Change(
            "Caminho", null, null, null, null, null, null, null, null, null, null),
        administrator);
    var ids = components(administrator, LocalDate.ofInstant(now, ZoneOffset.UTC));
    PageStory.ALL.forEach(story -> past.tell(story, ids, administrator, now));
    past.claim(
        ids.get("Postgres"),
        "us-east",
        State.UNDER_MAINTENANCE,
        at(now, 33, LocalTime.of(4, 0)),
        90,
        administrator);
    past.claim(
        ids.get("Logs"), null, State.UNKNOWN, at(now, 66, LocalTime.of(1, 10)), 55, administrator);
  }

  private Map<String, String> components(Actor by, LocalDate today) {
    var apps = group("Apps", by);
    var data = group("Data", by);
    var tools = group("Tools", by);
    var since = today.minusDays(MEASURED_DAYS);
    var ids = new HashMap<String, String>();
    add(ids, "HTTP routing", apps, "Apps", BOTH, since, by);
    add(ids, "Dynos", apps, "Apps", BOTH, since, by);
    add(ids, "Postgres", data, "Data", BOTH, since, by);
    add(ids, "Key-value", data, "Data", BOTH, since, by);
    add(ids, "Builds", tools, "Tools", BOTH, since, by);
    add(ids, "Dashboard and API", tools, "Tools", List.of(), since, by);
    add(ids, "Logs", tools, "Tools", List.of(), since, by);
    return ids;
  }

  private String group(String name, Actor by) {
    return groups.create(new Groups.Description(name, null, null), by).id();
  }

  private void add(
      Map<String, String> ids,
      String name,
      String group,
      String system,
      List<String> regions,
      LocalDate since,
      Actor by) {
    var made =
        components.create(
            new Components.Description(name, null, group, system, regions, null, true, null, since),
            by);
    ids.put(name, made.component().id());
  }

  static Instant at(Instant now, int daysAgo, LocalTime time) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .minusDays(daysAgo)
        .atTime(time)
        .toInstant(ZoneOffset.UTC);
  }
}
