package farol.console.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import farol.console.House;
import farol.console.process.Alertmanager;
import farol.console.process.FarolProcess;
import farol.console.process.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * One alert travels through the whole house: a real Alertmanager sends it, a mail wakes a person,
 * it is taken in the browser, becomes an incident with a commander, is told to customers, is
 * mitigated by a runbook against the simulated platform, is resolved, and leaves a review that a
 * manager approves.
 */
class MainPathJourney {
  private static final String SUMMARY = "Routers answer 503 in us-east";
  private static final String PASSWORD = "caminho";

  @TempDir Path folder;
  private final Pictures pictures = new Pictures();

  @Test
  void anAlertBecomesAReviewedRetrospective() throws Exception {
    var statusPort = FreePorts.one();
    var devcloudPort = FreePorts.one();
    var mail =
        new GreenMail(new ServerSetup(FreePorts.one(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (var farol =
            FarolProcess.start(
                Map.of(
                    "FAROL_STATUS_PORT", String.valueOf(statusPort),
                    "FAROL_DEVCLOUD_PORT", String.valueOf(devcloudPort),
                    "FAROL_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
        var alertmanager = Alertmanager.sendingTo(farol.address(), folder);
        var browser = Browser.open()) {
      var console = farol.address();
      var status = "http://localhost:" + statusPort;
      var sender = new House("http://127.0.0.1:" + alertmanager.port(), "");

      fire(sender, "null");
      assertThat(mail.waitForIncomingEmail(60_000, 1)).as("somebody is woken by mail").isTrue();
      assertThat(mail.getReceivedMessages()[0].getSubject()).contains(SUMMARY);

      acknowledge(browser, console, onCall(farol.house()));
      var incident = declare(browser, console);
      tellCustomers(browser, console, incident, status);
      runTheRunbook(browser, console, farol.house(), incident, devcloudPort);
      fire(sender, "\"2026-01-01T00:01:00Z\"");
      resolve(browser, console, farol.house(), incident, status);
      review(browser, console, farol.house(), incident);
      lookAtTheRest(browser, console);
    } finally {
      mail.stop();
    }
  }

  private static void fire(House alertmanager, String endsAt) {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () ->
                alertmanager
                    .post(
                        "/api/v2/alerts",
                        """
                        [{"labels":{"alertname":"RouterErrorsHigh","severity":"critical",
                          "region":"us-east"},"annotations":{"summary":"%s"},
                          "startsAt":"2026-01-01T00:00:00Z"%s}]"""
                            .formatted(
                                SUMMARY, endsAt.equals("null") ? "" : ",\"endsAt\":" + endsAt))
                    .statusCode(),
            code -> code == 200);
  }

  private static String onCall(House house) {
    return House.json(house.get("/api/v1/on-call?schedule=routing-primary"))
        .get("items")
        .get(0)
        .get("person")
        .asString();
  }

  private void acknowledge(Browser browser, String console, String handle) {
    browser.go(console + "/login");
    browser.see(By.name("username"));
    pictures.take(browser, "signin");
    browser.signIn(console, handle, PASSWORD);
    browser.read(SUMMARY);
    pictures.takeAll(browser, "now");
    browser.press("Acknowledge");
    browser.read("Acknowledged");
  }

  private long declare(Browser browser, String console) {
    browser.signIn(console, "dee", PASSWORD);
    browser.go(console + "/alerts");
    browser.read(SUMMARY);
    pictures.take(browser, "alerts");
    browser.go(console + "/");
    browser.press(By.xpath("//a[contains(., '" + SUMMARY + "')]"));
    browser.read("What its sender said");
    pictures.takeAll(browser, "alert");
    browser.press("Declare incident");
    browser.read("I take command");
    browser.press(dialogButton("Declare"));
    browser.read("Dee takes command");
    var address = browser.address();
    return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
  }

  private void tellCustomers(Browser browser, String console, long incident, String status) {
    browser.press("Post");
    browser.read("Next word in");
    var hurt = browser.see(By.cssSelector("vaadin-multi-select-combo-box input"));
    hurt.sendKeys("HTTP routing");
    browser.press(By.xpath("//vaadin-multi-select-combo-box-item[contains(., 'HTTP routing')]"));
    hurt.sendKeys(Keys.TAB);
    browser.read("HTTP routing, operational now");
    pictures.take(browser, "post");
    browser.press(dialogButton("Publish"));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> House.json(new House(status, "").get("/api/v2/summary.json")).get("incidents"),
            incidents -> incidents.size() == 1);
    browser.go(status + "/");
    browser.read("Next update by");
    pictures.takeAll(browser, "status");
    browser.go(console + "/incidents/" + incident);
    browser.read("Dee takes command");
    pictures.takeAll(browser, "room");
  }

  private void runTheRunbook(
      Browser browser, String console, House house, long incident, int devcloudPort) {
    var id = House.json(house.get("/api/v1/incidents/" + incident)).get("id").asString();
    browser.go(
        console
            + "/runbooks/scale-web-for-spike?app=checkout-eu&size=web%3D8+worker%3D4&incident="
            + id);
    browser.read("Mitigation");
    pictures.take(browser, "runbook");
    browser.press("Plan");
    browser.read("Ask for approval");
    var plan = browser.address();
    pictures.take(browser, "plan");
    browser.signIn(console, "joe", PASSWORD);
    browser.go(plan);
    browser.press("Approve this plan");
    browser.read("Joe");
    browser.signIn(console, "dee", PASSWORD);
    browser.go(plan);
    browser.press(
        By.xpath("//vaadin-button[starts-with(normalize-space(.), 'Run')][@theme='primary']"));
    browser.read("Every step is verified.");
    pictures.take(browser, "run");
    var formation =
        new House("http://localhost:" + devcloudPort, "demo")
            .get(
                "/apps/checkout-eu/formation/web",
                "Accept",
                "application/vnd.heroku+json; version=3");
    assertThat(House.json(formation).get("quantity").asInt()).isEqualTo(8);
  }

  private void resolve(Browser browser, String console, House house, long incident, String status) {
    browser.go(console + "/incidents/" + incident);
    browser.read("succeeded");
    browser.press("Mitigate");
    browser.read("Mitigated");
    browser.press("Resolve");
    browser.press("Write the final post");
    browser.press(dialogButton("Publish"));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> House.json(new House(status, "").get("/api/v2/status.json")),
            answer -> answer.get("status").get("indicator").asString().equals("none"));
    browser.read("Final word said");
    browser.still();
    browser.press("Resolve");
    browser.read("Nothing stands in the way");
    browser.press(dialogButton("Resolve"));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                House.json(house.get("/api/v1/incidents/" + incident + "/retrospective"))
                    .path("state")
                    .asString(""),
            "DRAFT"::equals);
  }

  private void review(Browser browser, String console, House house, long incident) {
    var path = "/api/v1/incidents/" + incident + "/retrospective";
    var draft = house.get(path);
    var written =
        house.send(
            "PUT",
            path,
            """
            {"owner":"dee","facilitator":"eva",
             "sections":{"tldr":"Routers in us-east failed for some minutes.",
                         "customerImpact":"Requests to apps in us-east failed."},
             "factors":[{"type":"CAPACITY","text":"No spare dynos in eu-west","trigger":false},
                        {"type":"DESIGN","text":"One zone carried the routers","trigger":true}]}""",
            "If-Match",
            draft.headers().firstValue("ETag").orElseThrow());
    assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    browser.signIn(console, "dee", PASSWORD);
    browser.go(console + "/incidents/" + incident + "/retrospective");
    browser.press("Send to review");
    browser.read("In review");
    browser.signIn(console, "pia", PASSWORD);
    browser.go(console + "/incidents/" + incident + "/retrospective");
    browser.press("Approve");
    browser.read("Reviewed");
    pictures.take(browser, "retrospective");
    assertThat(House.json(house.get(path)).get("state").asString()).isEqualTo("REVIEWED");
  }

  private void lookAtTheRest(Browser browser, String console) {
    for (var place :
        Map.of(
                "oncall", "/on-call",
                "readiness", "/services/checkout/readiness",
                "capacity", "/capacity",
                "runbooks", "/runbooks",
                "incidents", "/incidents")
            .entrySet()) {
      browser.go(console + place.getValue());
      browser.see(By.tagName("h1"));
      browser.still();
      pictures.take(browser, place.getKey());
    }
  }

  private static By dialogButton(String label) {
    return By.xpath(
        "//vaadin-dialog//vaadin-button[starts-with(normalize-space(.), '%s')][contains(@theme, 'primary')]"
            .formatted(label));
  }
}
