package farol.console.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import farol.console.House;
import java.time.Duration;
import java.util.HashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: both accept, both work, each page leaves once. */
class TwoNodesTest {
  private static final int ALERTS = 20;

  @Test
  void sendEveryPageOnce() throws Exception {
    var mail =
        new GreenMail(new ServerSetup(FreePorts.one(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (var database = new ExternalDatabase()) {
      var settings = new HashMap<>(database.settings());
      settings.put("FAROL_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
      try (var one = FarolProcess.start(settings);
          var two = FarolProcess.start(settings)) {
        for (var number = 0; number < ALERTS; number++) {
          var node = number % 2 == 0 ? one : two;
          assertThat(node.house().as("").post("/v2/enqueue", trigger(number)).statusCode())
              .isEqualTo(202);
        }

        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(sentPages(one)).isGreaterThanOrEqualTo(ALERTS));

        assertThat(mail.getReceivedMessages()).hasSize(sentPages(two));
      }
    } finally {
      mail.stop();
    }
  }

  private static int sentPages(FarolProcess node) {
    var items = House.json(node.house().get("/api/v1/page-ledger?limit=500")).get("items");
    return (int)
        StreamSupport.stream(items.spliterator(), false)
            .filter(page -> !page.get("sentAt").isNull())
            .filter(page -> page.get("channel").asString().equals("EMAIL"))
            .count();
  }

  private static String trigger(int number) {
    return """
    {"routing_key":"caminhoPagerDutyRouter0000000001","event_action":"trigger",
     "dedup_key":"two-%d","payload":{"summary":"Alert %d","source":"test","severity":"critical"}}"""
        .formatted(number, number);
  }
}
