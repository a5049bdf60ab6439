package farol.incidents.room;

import static org.assertj.core.api.Assertions.assertThat;

import farol.incidents.TestRoom;
import farol.incidents.command.CommandDesk;
import farol.incidents.command.IncidentSeverity;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

class StandingWorkerTest {
  @Test
  void countsWhatIsOpenAndSaysNoughtWhereNothingIs() {
    try (var room = new TestRoom()) {
      var incident = room.declared(IncidentSeverity.SEV2);
      room.the(CommandDesk.class).accept(room.as("dee"), incident.id(), room.now());

      room.the(StandingWorker.class).tick();

      assertThat(open(room, "SEV2")).isEqualTo(1);
      assertThat(open(room, "SEV1")).isZero();
    }
  }

  private static double open(TestRoom room, String severity) {
    return room.the(MeterRegistry.class)
        .get("farol.incidents.open")
        .tags("kind", "REAL", "severity", severity)
        .gauge()
        .value();
  }
}
