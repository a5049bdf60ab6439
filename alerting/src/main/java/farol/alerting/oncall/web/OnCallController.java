package farol.alerting.oncall.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import farol.alerting.oncall.OnCallBoard;
import farol.alerting.oncall.ScheduleDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call at any instant. */
@RestController
class OnCallController {
  private final OnCallBoard board;
  private final InstantSource clock;

  OnCallController(OnCallBoard board, InstantSource clock) {
    this.board = board;
    this.clock = clock;
  }

  record OnCallAnswer(Instant at, String tzdbVersion, List<Item> items) {}

  record Item(
      String schedule,
      String team,
      String person,
      Instant since,
      @Nullable Instant until,
      @Nullable String layer,
      String source,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> trace) {}

  @GetMapping("/api/v1/on-call")
  OnCallAnswer onCall(
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable String schedule,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(defaultValue = "false") boolean trace) {
    var instant = at == null ? clock.instant() : at;
    var items =
        board.held(instant).stream()
            .filter(held -> schedule == null || held.schedule().equals(schedule))
            .filter(held -> team == null || held.team().equals(team))
            .filter(held -> person == null || held.shift().person().equals(person))
            .map(held -> item(held, trace))
            .toList();
    return new OnCallAnswer(instant, ScheduleDesk.tzdbVersion(), items);
  }

  private static Item item(OnCallBoard.Held held, boolean trace) {
    var shift = held.shift();
    return new Item(
        held.schedule(),
        held.team(),
        shift.person(),
        shift.start(),
        held.endless() ? null : shift.end(),
        shift.layer(),
        shift.source().name(),
        trace ? held.trace() : null);
  }
}
