package farol.alerting.notify;

import static farol.alerting.notify.PagingHouse.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertState;
import farol.alerting.alert.AlertStory.PageLine;
import farol.alerting.door.Refusal;
import farol.alerting.storage.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Pages on their way to a webhook, in virtual time. */
class SendingTest {
  private static final String KEY = "a key of thirty-two bytes, really";
  private static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));

  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final WebhookSink sink = new WebhookSink();
  private final PagingHouse house =
      PagingHouse.open(clock, Map.of("farol.outgoing.allowed", "loopback"));

  SendingTest() throws IOException {}

  @BeforeEach
  void reachAnaByWebhook() {
    house.ladder("one", 1, target("PERSON", "ana"), target("PERSON", "bo"));
    addWebhook("ana", sink.url());
    rule("ana", 0);
  }

  @AfterEach
  void close() {
    house.close();
    sink.close();
  }

  @Test
  void signsWhatItSendsSoThatTheReceiverCanProveIt() throws Exception {
    var group = trigger();

    assertThat(sink.received()).hasSize(1);
    var received = sink.received().getFirst();
    var page = page(group);
    assertThat(received.id()).isEqualTo(page.idempotencyKey().toString());
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signed = "%s.%s.%s".formatted(received.id(), received.timestamp(), received.body());
    assertThat(received.signature())
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    var body = JsonMapper.builder().build().readTree(received.body());
    assertThat(body.get("type").asString()).isEqualTo("page");
    assertThat(body.get("person").asString()).isEqualTo("ana");
    assertThat(body.get("alert").get("service").asString()).isEqualTo("router");
    assertThat(body.get("acknowledgeUrl").asString()).contains("/a/");
    assertThat(page.state()).isEqualTo("SENT");
    assertThat(page.sentAt()).isEqualTo(clock.instant());
    assertThat(page.rule()).isEqualTo("HIGH#1");
  }

  @Test
  void aSenderThatDiedBetweenIntentAndAnswerIsRepeatedWithTheSameKeyAndLabelled() {
    var group = house.trigger("one");
    house.climb();
    house
        .database()
        .transaction()
        .executeWithoutResult(
            _ -> {
              var ledger = house.bean(Ledger.class);
              ledger.begin(ledger.lockDue(clock.instant(), 10).getFirst().begun(), clock.instant());
            });

    house.send();
    assertThat(sink.received()).isEmpty();
    clock.advance(Ledger.LEASE);
    house.send();

    var page = page(group);
    assertThat(sink.received())
        .extracting(WebhookSink.Received::id)
        .containsExactly(page.id().toString());
    assertThat(page.state()).isEqualTo("SENT");
    assertThat(page.attempts()).isEqualTo(2);
    assertThat(page.possibleDuplicate()).isTrue();
    assertThat(outcomes(page)).containsExactly("UNKNOWN", "SENT");
  }

  @Test
  void aTemporaryFailureIsRetriedAtLengtheningDistances() {
    sink.answer(503, 429, 500);
    var group = trigger();
    assertThat(page(group).state()).isEqualTo("PLANNED");
    assertThat(page(group).reason()).startsWith("503");

    house.pass(Duration.ofSeconds(1));
    house.pass(Duration.ofSeconds(1));
    assertThat(sink.received()).hasSize(2);
    house.pass(Duration.ofSeconds(1));
    house.pass(Duration.ofSeconds(4));

    assertThat(page(group).state()).isEqualTo("SENT");
    assertThat(page(group).possibleDuplicate()).isFalse();
    assertThat(sink.received())
        .extracting(WebhookSink.Received::id)
        .containsOnly(page(group).id().toString());
    assertThat(outcomes(page(group)))
        .containsExactly("TEMPORARY", "TEMPORARY", "TEMPORARY", "SENT");
  }

  @Test
  void whenEveryWayToALevelFailsTheNextLevelNeedNotWait() {
    sink.answer(404);
    var group = trigger();
    house.climb();

    assertThat(house.pages(group)).extracting(PageLine::state).startsWith("FAILED", "PLANNED");
    assertThat(house.pages(group).get(1).channel()).isEqualTo("EMAIL");
    assertThat(house.pages(group).get(1).person()).isEqualTo("ana");
    assertThat(house.pages(group).get(1).rule()).isEqualTo("FALLBACK");

    house
        .database()
        .jdbc()
        .sql("update alerting.page set state = 'INTENT', attempts = 1 where channel = 'EMAIL'")
        .update();
    var mail = house.bean(Ledger.class);
    var claimed = house.database().transaction().execute(_ -> mail.lockDue(clock.instant(), 5));
    house
        .bean(PageOutcomes.class)
        .record(first(claimed), new Delivery.Permanent("550"), clock.instant());
    house.climb();

    assertThat(house.paged(group)).endsWith("1.2 bo");
  }

  @Test
  void aPageForAGroupThatSomebodyHasIsCancelledNotSent() {
    var group = house.trigger("one");
    house.climb();
    house.groups().change(group.id(), AlertState.ACKNOWLEDGED, null);

    house.send();

    assertThat(sink.received()).isEmpty();
    assertThat(page(group).state()).isEqualTo("CANCELLED");
    assertThat(page(group).reason()).isEqualTo("acknowledged");
  }

  @Test
  void aChannelThatHangsHoldsUpNobodyElse() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      addWebhook("bo", "http://127.0.0.1:%d/".formatted(silent.getLocalPort()));
      rule("bo", 0);
      house.ladder("both", 1, target("TEAM", "routing"));
      house.trigger("both");
      house.climb();

      house.bean(PageSender.class).tick();

      for (var waited = 0; sink.received().isEmpty() && waited < 500; waited++) {
        Thread.onSpinWait();
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(sink.received()).hasSize(1);
    }
  }

  @Test
  void aLaterRuleWaitsItsTimeAndStartsAtOnceWhenTheFirstOneFails() {
    rule("ana", 0, 120);
    sink.answer(404);
    var group = trigger();
    assertThat(sink.received()).hasSize(1);

    house.send();

    assertThat(sink.received()).hasSize(2);
    assertThat(house.pages(group))
        .extracting(PageLine::rule, PageLine::state)
        .containsExactlyInAnyOrder(tuple("HIGH#1", "FAILED"), tuple("HIGH#2", "SENT"));
  }

  @Test
  void withoutAMailServerMailStaysQueuedAndSaysSo() {
    house.ladder("mail", 1, target("PERSON", "cy"));
    var group = house.trigger("mail");
    house.climb();
    house.send();

    assertThat(page(group).state()).isEqualTo("PLANNED");
    assertThat(page(group).reason()).isEqualTo("no mail server configured");
    assertThat(page(group).attempts()).isZero();
    var waiting = house.bean(Outbox.class).newest(10);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().to()).isEqualTo("cy@example.com");
    assertThat(house.bean(PagingHealth.class).engine(clock.instant()).waitingForMailServer())
        .isEqualTo(1);
  }

  @Test
  void anOpenConsoleShowsThePageOnTopAndSaysThatItWasSeen() {
    var shown = new CopyOnWriteArrayList<BrowserPages.Notice>();
    var ana = house.people().catalog().person("ana").orElseThrow().id();
    var browser = house.bean(BrowserPages.class);
    var open = browser.listen(ana, shown::addAll);
    var group = trigger();

    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().summary()).isEqualTo("Router latency is high");
    browser.observed(shown.getFirst().page());
    house.send();
    open.remove();

    assertThat(shown).hasSize(1);
    assertThat(house.pages(group))
        .extracting(PageLine::channel, PageLine::state)
        .contains(tuple("BROWSER", "OBSERVED"));
    assertThat(browser.unseen(ana)).isEmpty();
  }

  @Test
  void contactMethodsAreMaskedAndRefusedWhereTheyLeadInside() {
    var desk = house.bean(ContactMethodDesk.class);

    var listed = desk.list(house.people().actor("ana"), "ana");

    assertThat(listed).hasSize(1);
    assertThat(listed.getFirst().address()).endsWith("/***").doesNotContain("pages");
    assertThat(listed.getFirst().secret()).isNull();
    assertThat(listed.getFirst().state()).isEqualTo("VERIFIED");
    assertThatThrownBy(() -> addWebhook("bo", "http://169.254.169.254/"))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(422));
    assertThatThrownBy(
            () -> desk.add(house.people().actor("ana"), "ana", draft("SMS", "+15550100", null)))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(501));
    assertThatThrownBy(() -> desk.list(house.people().actor("bo"), "ana"))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(403));
  }

  private AlertGroup trigger() {
    var group = house.trigger("one");
    house.climb();
    house.send();
    return group;
  }

  private PageLine page(AlertGroup group) {
    return house.pages(group).getFirst();
  }

  private static Page first(@Nullable List<Page> pages) {
    return Objects.requireNonNull(pages).getFirst();
  }

  private List<String> outcomes(PageLine page) {
    return house
        .database()
        .jdbc()
        .sql("select outcome from alerting.page_attempt where page_id = :id order by number")
        .param("id", page.id())
        .query((row, _) -> row.getString("outcome"))
        .list();
  }

  private void addWebhook(String handle, String url) {
    house
        .bean(ContactMethodDesk.class)
        .add(house.people().admin(), handle, draft("WEBHOOK", url, SECRET));
  }

  private static ContactMethodDesk.Draft draft(
      String type, String address, @Nullable String secret) {
    return new ContactMethodDesk.Draft(
        type, address, null, secret, null, null, "WEBHOOK".equals(type) ? true : null, null);
  }

  private void rule(String handle, int... after) {
    var desk = house.bean(ContactMethodDesk.class);
    var admin = house.people().admin();
    var method = desk.list(admin, handle).getFirst().id();
    var high =
        Arrays.stream(after)
            .mapToObj(seconds -> new ContactMethodDesk.RuleDraft(seconds, method))
            .toList();
    desk.setRules(admin, handle, new ContactMethodDesk.Rules(high, List.of()));
  }
}
