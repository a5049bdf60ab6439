package farol.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.console.database.FarolHome;
import farol.console.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {
  @TempDir Path folder;

  @Test
  void namesThePortThatIsTakenAndTheVariableToSet() {
    var failed = new IllegalStateException("context", new PortInUseException(8080));

    assertThat(StartFailure.line(failed))
        .isEqualTo("Port 8080 is in use: stop what listens there, or set FAROL_PORT to another.");
  }

  @Test
  void saysWhatARefusedStartSays() {
    var failed =
        new IllegalStateException("bean", new StartRefused("The disk is full: make room.", null));

    assertThat(StartFailure.line(failed)).isEqualTo("The disk is full: make room.");
  }

  @Test
  void aSecondFarolIsRefusedWhileTheFirstHoldsTheFolder() throws IOException {
    try (var first = FarolHome.take(folder)) {
      assertThat(first.path()).isEqualTo(folder);
      assertThatThrownBy(() -> FarolHome.take(folder))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Another Farol is running on the data folder");
    }

    try (var next = FarolHome.take(folder)) {
      assertThat(next.path()).isEqualTo(folder);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(() -> FarolHome.take(file.resolve("home")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("FAROL_HOME");
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly() throws IOException {
    try (var home = FarolHome.take(folder)) {
      var secret = home.secret("some.key");

      assertThat(home.secret("some.key")).isEqualTo(secret).hasSize(48);
      assertThat(Files.getPosixFilePermissions(folder.resolve("some.key")))
          .hasToString("[OWNER_READ, OWNER_WRITE]");
    }
  }
}
