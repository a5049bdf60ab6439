package farol.console.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import farol.console.House;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** What was accepted is never lost: the process is killed while the page is on its way out. */
class KilledBeforeSendingTest {
  private static final String TRIGGER =
      """
      {"routing_key":"caminhoPagerDutyRouter0000000001","event_action":"trigger",
       "dedup_key":"killed","payload":{"summary":"Routers answer 503","source":"test",
       "severity":"critical"}}""";

  @Test
  void thePageGoesOutAfterTheNextStart() throws Exception {
    var mailPort = FreePorts.one();
    try (var database = new ExternalDatabase()) {
      var settings = new HashMap<>(database.settings());
      settings.put("FAROL_SMTP_URL", "smtp://127.0.0.1:" + mailPort);
      try (var silent = new SilentMailServer(mailPort);
          var farol = FarolProcess.start(settings)) {
        var answer = farol.house().as("").post("/v2/enqueue", TRIGGER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(silent.wasCalled()).as("the page was on its way").isTrue();

        farol.kill();
      }
      var mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mail.start();
      try (var farol = FarolProcess.start(settings)) {
        assertThat(mail.waitForIncomingEmail(60_000, 1)).as("the page arrived").isTrue();

        var page = House.json(farol.house().get("/api/v1/page-ledger")).get("items").get(0);
        var received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).contains("Routers answer 503");
        assertThat(received.getHeader("Message-ID")[0])
            .contains(page.get("idempotencyKey").asString());
        assertThat(page.get("possibleDuplicate").asBoolean()).isTrue();
        assertThat(page.get("attempts").asInt()).isGreaterThan(1);
      } finally {
        mail.stop();
      }
    }
  }
}
