package farol.console.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import farol.console.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes the simulated platform, a real Alertmanager sends, a person is woken.
 */
class PrometheusToPageTest {
  private final List<Process> peers = new ArrayList<>();
  @TempDir Path folder;

  @AfterEach
  void endThePeers() throws InterruptedException {
    for (var peer : peers) {
      peer.destroyForcibly();
      assertThat(peer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aLostZoneWakesWhoeverIsOnCall() throws Exception {
    var devcloudPort = FreePorts.one();
    var mail =
        new GreenMail(new ServerSetup(FreePorts.one(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (var farol =
            FarolProcess.start(
                Map.of(
                    "FAROL_DEVCLOUD_PORT",
                    String.valueOf(devcloudPort),
                    "FAROL_SMTP_URL",
                    "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
        var alertmanager = Alertmanager.sendingTo(farol.address(), folder)) {
      startPrometheus(devcloudPort, alertmanager.port());
      var devcloud = new House("http://localhost:" + devcloudPort, "demo");

      var fault =
          devcloud.post(
              "/_farol/faults", "{\"kind\":\"zone-loss\",\"match\":{\"zone\":\"us-east-1b\"}}");

      assertThat(fault.statusCode()).as(fault.body()).isEqualTo(201);
      assertThat(mail.waitForIncomingEmail(90_000, 1)).as("a page by mail").isTrue();
      assertThat(mail.getReceivedMessages()[0].getSubject()).contains("us-east-1b is lost");
      devcloud.send("DELETE", "/_farol/faults/" + House.json(fault).get("id").asString(), "");
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertThat(alertState(farol.house())).isEqualTo("RESOLVED"));
    } finally {
      mail.stop();
    }
  }

  private static String alertState(House house) {
    var alerts =
        House.json(house.get("/api/v1/alerts?integration=caminhoAlertmanager0000000000001"));
    for (var alert : alerts.get("items")) {
      if (alert.get("summary").asString().contains("us-east-1b is lost")) {
        return alert.get("state").asString();
      }
    }
    return "none";
  }

  private void startPrometheus(int devcloudPort, int alertmanagerPort) throws IOException {
    var rules = folder.resolve("rules.yml");
    Files.writeString(
        rules,
        """
        groups:
          - name: platform
            rules:
              - alert: ZoneLost
                expr: devcloud_zone_up == 0
                labels: {severity: critical}
                annotations: {summary: 'Zone {{ $labels.zone }} is lost'}
        """);
    var config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [%s]
        alerting:
          alertmanagers:
            - static_configs: [{targets: ['127.0.0.1:%d']}]
        scrape_configs:
          - job_name: devcloud
            static_configs: [{targets: ['127.0.0.1:%d']}]
        """
            .formatted(rules, alertmanagerPort, devcloudPort));
    start(
        "prometheus",
        "--config.file=" + config,
        "--storage.tsdb.path=" + folder.resolve("prometheus"),
        "--web.listen-address=127.0.0.1:" + FreePorts.one());
  }

  private void start(String... command) throws IOException {
    peers.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command[0] + ".log").toFile())
            .start());
  }
}
