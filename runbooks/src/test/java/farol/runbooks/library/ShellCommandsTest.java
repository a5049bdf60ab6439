package farol.runbooks.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kubectl get pods -n x, kubectl, false
          kubectl -n prod delete pod x, kubectl, true
          oc adm drain node-1, oc, true
          kubectl rollout restart deploy/x, kubectl, true
          kubectl rollout status deploy/x, kubectl, false
          kubectl exec pod -- rm -rf /tmp/x, kubectl, true
          kubectl exec pod -- cat /etc/hosts, kubectl, false
          sudo systemctl restart nginx, systemctl, true
          systemctl status nginx, systemctl, false
          FOO=bar env X=1 curl -s http://x, curl, false
          curl -XPOST http://x, curl, true
          heroku ps:scale web=3 -a x, heroku, true
          heroku ps:scale -a x, heroku, false
          heroku logs -a x, heroku, false
          journalctl -u x, journalctl, false
          psql -c 'select 1', psql, false
          psql -c 'delete from x', psql, true
          ./our-tool go, ./our-tool,
          """)
  void knowsWhatChangesSomething(String text, String program, Boolean mutating) {
    var commands = ShellCommands.of(new Outline.Fence(1, "", "", "$ " + text + "\n"));

    assertThat(commands)
        .containsExactly(new RunbookDocument.Command(2, 1, text, program, mutating));
  }

  @Test
  void joinsContinuedLinesAndSkipsComments() {
    var fence =
        new Outline.Fence(10, "sh", "sh", "# why\nkubectl get \\\n  pods\n\n$ ls <dir> $HOME\n");

    assertThat(ShellCommands.of(fence))
        .extracting(RunbookDocument.Command::line, RunbookDocument.Command::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(12, "kubectl get pods"),
            org.assertj.core.groups.Tuple.tuple(15, "ls <dir> $HOME"));
    assertThat(ShellCommands.placeholders(fence))
        .containsExactly(
            new RunbookDocument.Placeholder(15, "<dir>"),
            new RunbookDocument.Placeholder(15, "$HOME"));
  }
}
