package farol.console.oncall;

import farol.alerting.oncall.OnCallBoard;
import farol.console.frame.Presence;
import farol.console.ui.Viewer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Under the viewer's name: on call until when, or when next. */
@Component
class OnCallPresence implements Presence {
  private static final Duration AHEAD = Duration.ofDays(60);

  private final OnCallBoard board;

  OnCallPresence(OnCallBoard board) {
    this.board = board;
  }

  @Override
  public String sentence(Viewer viewer) {
    var times = viewer.times();
    var now = times.now();
    var me = viewer.person().id();
    return board
        .onCallUntil(me, now)
        .map(until -> "On call until " + times.text(until))
        .orElseGet(
            () ->
                board.shiftsOf(me, now, now.plus(AHEAD)).stream()
                    .findFirst()
                    .map(own -> "On call " + times.text(own.shift().start()))
                    .orElse("Not on call"));
  }
}
