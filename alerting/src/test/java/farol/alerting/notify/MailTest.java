package farol.alerting.notify;

import static farol.alerting.notify.PagingHouse.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import farol.alerting.alert.AlertStory.PageLine;
import farol.alerting.storage.SettableClock;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by mail: real SMTP conversations with a server that comes and goes. */
class MailTest {
  private final SettableClock clock = SettableClock.at("2026-03-04T12:00:00Z");
  private final int port = freePort();
  private final GreenMail server =
      new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final PagingHouse house =
      PagingHouse.open(
          clock,
          Map.of(
              "farol.smtp.url",
              "smtp://127.0.0.1:" + port,
              "farol.mail.from",
              "Farol <farol@caminho.example>"));

  @BeforeEach
  void ladder() {
    house.ladder("one", 1, target("PERSON", "ana"));
    house.ladder("team", 1, target("ROTATION_TEAM", "routing-primary"));
  }

  @AfterEach
  void stop() {
    house.close();
    server.stop();
  }

  @Test
  void aPageIsAMailWithALinkThatAcknowledges() throws Exception {
    server.start();
    var group = house.trigger("one", "Latency <b>high</b>\r\nBcc: everybody@example.com");
    house.climb();
    house.send();

    var mail = onlyMail();
    var page = house.pages(group).getFirst();
    assertThat(page.state()).isEqualTo("SENT");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ana@example.com");
    assertThat(mail.getSubject())
        .isEqualTo("[critical] router: Latency <b>high</b> Bcc: everybody@example.com");
    assertThat(mail.getMessageID()).isEqualTo("<page-%s@caminho.example>".formatted(page.id()));
    assertThat(mail.getHeader("References", null))
        .isEqualTo("<group-%s@caminho.example>".formatted(group.id().value()));
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("Bcc", null)).isNull();
    assertThat(content(mail))
        .contains("Acknowledge: http://localhost:8080/a/")
        .contains("Latency &lt;b&gt;high&lt;/b&gt;")
        .contains("text/plain")
        .contains("text/html");
  }

  @Test
  void aServerThatIsDownIsTriedAgainAndNothingIsLost() throws Exception {
    var group = house.trigger("team");
    house.climb();
    house.send();
    assertThat(house.pages(group)).extracting(PageLine::state).containsOnly("PLANNED");
    assertThat(house.pages(group)).allMatch(page -> page.reason() != null);

    house.pass(Duration.ofSeconds(1));
    server.start();
    house.pass(Duration.ofSeconds(2));

    assertThat(house.pages(group)).extracting(PageLine::state).containsOnly("SENT");
    assertThat(house.pages(group)).extracting(PageLine::attempts).containsOnly(3);
    assertThat(server.getReceivedMessages()).hasSize(3);
    assertThat(Stream.of(server.getReceivedMessages()).map(MailTest::id).distinct()).hasSize(3);
  }

  @Test
  void whenTheServerStaysDownTheLastResortIsRepeatedSoonAndArrives() throws Exception {
    var group = house.trigger("one");
    house.climb();
    for (var second = 0; second < 110; second++) {
      house.pass(Duration.ofSeconds(1));
    }
    assertThat(house.paged(group)).startsWith("1.1 ana", "1.0 pia");
    assertThat(house.pages(group).getFirst().state()).isEqualTo("FAILED");
    assertThat(house.pages(group).getFirst().attempts()).isEqualTo(Page.ATTEMPTS_MAX);

    server.start();
    for (var minute = 0; minute < 3; minute++) {
      house.pass(Duration.ofMinutes(1));
    }

    assertThat(house.pages(group).getLast().state()).isEqualTo("SENT");
    assertThat(server.getReceivedMessages()).isNotEmpty();
  }

  private MimeMessage onlyMail() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String content(MimeMessage mail) throws Exception {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8).replace("=\r\n", "").replace("=3D", "=");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
