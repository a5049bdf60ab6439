package farol.alerting.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail by SMTP, with TLS where the server offers it. */
@Component
class SmtpTransport implements MailTransport {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Pattern PERMANENT = Pattern.compile("\\s*5\\d\\d[ -]");
  private static final int CAUSES_MAX = 20;

  private final @Nullable JavaMailSenderImpl sender;
  private final String from;
  private final String domain;

  /**
   * Reads where to send.
   *
   * @param url {@code smtp://host:port} or {@code smtps://user:password@host:port}; empty for none
   */
  SmtpTransport(
      @Value("${farol.smtp.url:}") String url,
      @Value("${farol.mail.from:farol@localhost}") String from) {
    this.sender = url.isBlank() ? null : sender(URI.create(url.strip()));
    this.from = from;
    this.domain = from.replaceAll("^.*@|[^a-zA-Z0-9.-]", "");
  }

  private static JavaMailSenderImpl sender(URI server) {
    var scheme = server.getScheme();
    if (server.getHost() == null || !List.of("smtp", "smtps").contains(scheme)) {
      throw new IllegalArgumentException(
          "FAROL_SMTP_URL is smtp://host:port or smtps://user:password@host:port");
    }
    var sender = new JavaMailSenderImpl();
    sender.setProtocol(scheme);
    sender.setHost(server.getHost());
    sender.setPort(server.getPort());
    var user = server.getRawUserInfo();
    if (user != null) {
      var parts = user.split(":", 2);
      sender.setUsername(decoded(parts[0]));
      sender.setPassword(parts.length < 2 ? "" : decoded(parts[1]));
    }
    var settings = sender.getJavaMailProperties();
    var millis = String.valueOf(TIMEOUT.toMillis());
    Stream.of("connectiontimeout", "timeout", "writetimeout")
        .forEach(name -> settings.setProperty("mail.%s.%s".formatted(scheme, name), millis));
    settings.setProperty("mail.%s.auth".formatted(scheme), String.valueOf(user != null));
    settings.setProperty("mail.smtp.starttls.enable", "true");
    settings.setProperty("mail.%s.ssl.checkserveridentity".formatted(scheme), "true");
    return sender;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public boolean isConfigured() {
    return sender != null;
  }

  @Override
  public Delivery send(ComposedMail mail) {
    var server = Objects.requireNonNull(sender, "Asked only when a server is configured");
    try {
      server.send(mime(server, mail));
      return new Delivery.Sent("accepted by " + server.getHost());
    } catch (MailException | MessagingException failed) {
      return refused(failed);
    }
  }

  private MimeMessage mime(JavaMailSenderImpl server, ComposedMail mail) throws MessagingException {
    var message = server.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(mail.to());
    helper.setSubject(mail.subject());
    helper.setText(mail.text(), mail.html());
    helper.setSentDate(Date.from(mail.at()));
    message.setHeader("Message-ID", "<page-%s@%s>".formatted(mail.page(), domain));
    message.setHeader("References", "<group-%s@%s>".formatted(mail.thread(), domain));
    message.setHeader("In-Reply-To", "<group-%s@%s>".formatted(mail.thread(), domain));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private static Delivery refused(Exception failed) {
    var causes = causes(failed);
    var words =
        causes.stream()
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .reduce((_, last) -> last)
            .map(text -> text.replaceAll("\\s+", " ").strip())
            .orElse(failed.getClass().getSimpleName());
    return causes.stream().anyMatch(SmtpTransport::isPermanent)
        ? new Delivery.Permanent(words)
        : new Delivery.Temporary(words);
  }

  /** The failure and what caused it, through the nesting of two libraries. */
  private static List<Throwable> causes(Exception failed) {
    Stream<Throwable> nested =
        failed instanceof MailSendException send
            ? Stream.of(send.getMessageExceptions())
            : Stream.empty();
    return Stream.concat(Stream.of(failed), nested)
        .flatMap(one -> Stream.iterate(one, Objects::nonNull, SmtpTransport::cause))
        .limit(CAUSES_MAX)
        .toList();
  }

  private static @Nullable Throwable cause(Throwable of) {
    return of instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : of.getCause();
  }

  /** Servers answer 5xx for good; a sign-in they refuse is our own fault and may be mended. */
  private static boolean isPermanent(Throwable cause) {
    return !(cause instanceof AuthenticationFailedException)
        && cause.getMessage() != null
        && PERMANENT.matcher(cause.getMessage()).lookingAt();
  }
}
