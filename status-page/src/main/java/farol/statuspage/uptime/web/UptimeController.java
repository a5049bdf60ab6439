package farol.statuspage.uptime.web;

import farol.alerting.catalog.Actor;
import farol.alerting.catalog.Role;
import farol.statuspage.component.Claims;
import farol.statuspage.component.Components;
import farol.statuspage.component.PageSettings;
import farol.statuspage.uptime.DayColour;
import farol.statuspage.uptime.Method;
import farol.statuspage.uptime.Rules;
import farol.statuspage.uptime.Uptime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UptimeController {
  private final Claims claims;
  private final Components components;
  private final PageSettings settings;
  private final InstantSource clock;

  UptimeController(
      Claims claims, Components components, PageSettings settings, InstantSource clock) {
    this.claims = claims;
    this.components = components;
    this.settings = settings;
    this.clock = clock;
  }

  /** The answer to a calculation. */
  record Answer(String method, Instant from, Instant to, List<Figure> components) {}

  @PostMapping("/api/v1/uptime-calculations")
  Answer calculate(@RequestBody Question question, Actor actor) {
    actor.mustBe(Role.VIEWER);
    var rules = question.rules();
    var from = question.begins();
    var to = question.ends();
    var asOf = Objects.requireNonNullElse(question.asOf(), Instant.MAX);
    var withDays = !Boolean.FALSE.equals(question.days());
    var palette = Objects.requireNonNullElse(question.palette(), DayColour.Palette.DEFAULT);
    var figures = new ArrayList<Figure>();
    for (var asked : question.asked()) {
      var start = asked.start() == null || asked.start().isBefore(from) ? from : asked.start();
      var said = ClaimsOf.component(figures.size(), asked);
      var measured = Uptime.measure(said, rules, start, to, asOf);
      figures.add(Figure.of(asked.name(), measured, rules, withDays, palette));
    }
    return new Answer(rules.method().code(), from, to, figures);
  }

  @GetMapping("/api/v1/status-page/components/{id}/uptime")
  Figure uptime(
      @PathVariable String id,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable String method) {
    Question.mustBeWindow(from, to);
    var page = settings.page();
    var rules =
        new Rules(
            Method.of(Objects.requireNonNullElse(method, "farol")),
            page.timeZone(),
            page.places(),
            page.noticeHours(),
            page.weights());
    var component = components.component(id).component();
    var start = component.startDate();
    var begins = start == null ? from : start.atStartOfDay(page.timeZone()).toInstant();
    var known = Objects.requireNonNullElseGet(asOf, clock::instant);
    var measured =
        Uptime.measure(
            claims.of(id, known), rules, begins.isAfter(from) ? begins : from, to, known);
    return Figure.of(component.name(), measured, rules, true, DayColour.Palette.DEFAULT);
  }
}
