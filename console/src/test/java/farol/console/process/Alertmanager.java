package farol.console.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager that sends what it gets to Farol's webhook. */
public final class Alertmanager implements AutoCloseable {
  private final Process process;
  private final int port;

  private Alertmanager(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it on a free port; its files and its log stand in {@code folder}. */
  public static Alertmanager sendingTo(String farol, Path folder) throws IOException {
    var config = folder.resolve("alertmanager.yml");
    Files.writeString(
        config,
        """
        route:
          receiver: farol
          group_by: [alertname]
          group_wait: 0s
          group_interval: 1s
          repeat_interval: 1h
        receivers:
          - name: farol
            webhook_configs:
              - url: %s/integrations/caminhoAlertmanager0000000000001/alertmanager
                send_resolved: true
        """
            .formatted(farol));
    var port = FreePorts.one();
    var process =
        new ProcessBuilder(
                "prometheus-alertmanager",
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    return new Alertmanager(process, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
