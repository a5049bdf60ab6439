package farol.console.demo;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A regional outage, told step by step, against a running demo: from outside and over HTTP only, as
 * a platform's own failure and a user's own monitoring would reach Farol. It ends with the platform
 * healthy again.
 */
final class OutageDemo {
  private static final String ALERTS_DOOR =
      "/integrations/caminhoAlertmanager0000000000001/alertmanager";
  private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b", "us-east-1c");
  private static final List<String> APPS =
      List.of("router-us", "checkout-us", "api-us", "build-us", "dashboard-us");
  private static final int WATCH_STEPS_MAX = 60;
  private static final int UNATTENDED_PAUSE_SECONDS = 5;

  private final OutsideClient farol;
  private final OutsideClient devcloud;
  private final String console;
  private final String statusPage;

  private OutageDemo(Map<String, String> environment) {
    console = "http://localhost:" + environment.getOrDefault("FAROL_PORT", "8080");
    statusPage = "http://localhost:" + environment.getOrDefault("FAROL_STATUS_PORT", "8081");
    farol = new OutsideClient(console, DemoAccess.TOKEN);
    devcloud =
        new OutsideClient(
            "http://localhost:" + environment.getOrDefault("FAROL_DEVCLOUD_PORT", "8082"), "demo");
  }

  public static void main(String[] args) throws InterruptedException {
    try {
      new OutageDemo(System.getenv()).run();
    } catch (IOException failed) {
      System.err.println(
          "farol: "
              + failed.getMessage()
              + ": start Farol with ./farol up in another terminal first.");
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException {
    devcloud.get("/_farol/status");
    var onCall = onCall();
    say("Caminho is healthy. %s is on call for routing.".formatted(onCall));
    var faults = new java.util.ArrayList<String>();
    try {
      failRegion(faults);
      lookAround(onCall);
    } finally {
      heal(faults);
    }
    say("The platform is healthy again. Resolve the incident in its room, and its review begins.");
  }

  private String onCall() throws IOException, InterruptedException {
    var items = farol.get("/api/v1/on-call?schedule=routing-primary").get("items");
    return items.isEmpty() ? "nobody" : items.get(0).get("person").asString();
  }

  private void failRegion(List<String> faults) throws IOException, InterruptedException {
    say("Now region us-east fails: its three zones go dark, one after the other.");
    for (var zone : ZONES) {
      var fault =
          devcloud.post(
              "/_farol/faults", Map.of("kind", "zone-loss", "match", Map.of("zone", zone)));
      faults.add(fault.get("id").asString());
      say("  %s is lost.".formatted(zone));
    }
    say("Monitoring watches the share of failed requests …");
    waitUntil("us-east answers with errors", () -> errorShare() > 0.5);
    say("  %.0f %% of the requests in us-east fail. Alerts leave.".formatted(errorShare() * 100));
    send("firing");
  }

  private void lookAround(String onCall) throws IOException, InterruptedException {
    say("");
    say("What to look at now:");
    say(
        "  1. %s/  sign in as %s (password caminho): one thing waits for you."
            .formatted(console, onCall));
    say(
        "  2. Acknowledge the alert there, or by the link in the mail (%s/outbox)."
            .formatted(console));
    say("  3. Declare an incident from the alert (d) and take command.");
    say("  4. Run 'Scale web for a traffic spike' for checkout-eu from the room.");
    say("  5. Post to customers; read it on %s/ a moment later.".formatted(statusPage));
    say("");
    pause("Press Enter when you have seen enough, and us-east comes back.");
  }

  private void heal(List<String> faults) throws IOException, InterruptedException {
    for (var fault : faults) {
      devcloud.delete("/_farol/faults/" + fault);
    }
    say("The zones are back; dynos start again …");
    waitUntil("us-east answers without errors", () -> errorShare() < 0.01);
    send("resolved");
    say("  Every alert is resolved by its sender.");
  }

  private void send(String status) throws IOException, InterruptedException {
    var now = devcloud.get("/_farol/status").get("now").asString();
    var alerts = new java.util.ArrayList<Map<String, Object>>();
    alerts.add(alert(status, "RegionErrorsHigh", "router-us", "critical", now));
    for (var app : APPS) {
      alerts.add(alert(status, "AppErrorsHigh", app, "error", now));
    }
    farol.post(
        ALERTS_DOOR,
        Map.of(
            "version",
            "4",
            "groupKey",
            "{}:{region=\"us-east\"}",
            "status",
            status,
            "receiver",
            "farol",
            "groupLabels",
            Map.of("region", "us-east"),
            "commonLabels",
            Map.of(),
            "commonAnnotations",
            Map.of(),
            "externalURL",
            "http://alertmanager.caminho.example",
            "alerts",
            alerts));
  }

  private static Map<String, Object> alert(
      String status, String name, String app, String severity, String now) {
    return Map.of(
        "status",
        status,
        "labels",
        Map.of("alertname", name, "app", app, "region", "us-east", "severity", severity),
        "annotations",
        Map.of(
            "summary",
            name.equals("RegionErrorsHigh")
                ? "More than half of the requests in us-east fail"
                : "%s answers with errors".formatted(app)),
        "startsAt",
        now,
        "endsAt",
        status.equals("resolved") ? now : "0001-01-01T00:00:00Z",
        "generatorURL",
        "http://prometheus.caminho.example/graph");
  }

  /** The share of failed requests in us-east over the last seconds. */
  private double errorShare() throws IOException, InterruptedException {
    var failed = rate("app_requests_total{region=\"us\",code=\"5xx\"}");
    var all = rate("app_requests_total{region=\"us\"}");
    return all == 0 ? 0 : failed / all;
  }

  private double rate(String selector) throws IOException, InterruptedException {
    var query = "sum(rate(%s[15s]))".formatted(selector);
    var result = devcloud.query(query).get("data").get("result");
    return result.isEmpty() ? 0 : Double.parseDouble(result.get(0).get("value").get(1).asString());
  }

  /** Something that is true or not yet. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void waitUntil(String what, Condition condition)
      throws IOException, InterruptedException {
    for (var step = 0; step < WATCH_STEPS_MAX; step++) {
      if (condition.holds()) {
        return;
      }
      waitSeconds(2);
    }
    throw new IOException("It was not seen that " + what);
  }

  private void pause(String prompt) throws IOException, InterruptedException {
    // Without a terminal there may be no console at all.
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      terminal.get().readLine("%s ", prompt);
    } else {
      waitSeconds(UNATTENDED_PAUSE_SECONDS);
    }
  }

  private static void waitSeconds(int seconds) throws InterruptedException {
    if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("Nobody counts this latch down");
    }
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
