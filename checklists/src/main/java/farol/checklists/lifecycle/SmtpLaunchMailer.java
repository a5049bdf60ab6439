package farol.checklists.lifecycle;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends launch mails over the SMTP server of the house, {@code FAROL_SMTP_URL}. */
@Component
class SmtpLaunchMailer implements LaunchMailer {
  private static final String TIMEOUT_MILLIS = "5000";
  private static final Pattern FOR_GOOD = Pattern.compile("(?m)^\\s*5\\d\\d[ -]");

  private final @Nullable JavaMailSenderImpl server;

  SmtpLaunchMailer(@Value("${farol.smtp.url:}") String url) {
    this.server = url.isBlank() ? null : server(URI.create(url.strip()));
  }

  @Override
  public boolean ready() {
    return server != null;
  }

  @Override
  public void send(Letter letter) throws NotTaken {
    if (server == null) {
      throw new NotTaken("No mail server is set", false);
    }
    try {
      server.send(message(server.getSession(), letter));
    } catch (MessagingException | MailException failed) {
      var said = words(failed);
      throw new NotTaken(said, !FOR_GOOD.matcher(said).find());
    }
  }

  private static MimeMessage message(Session session, Letter letter) throws MessagingException {
    var message = new KeptId(session, letter.messageId());
    var helper = new MimeMessageHelper(message, true, "UTF-8");
    helper.setFrom(new InternetAddress(letter.from()));
    helper.setTo(letter.to().toArray(String[]::new));
    helper.setSubject(letter.subject());
    helper.setText(letter.text(), letter.html());
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.attempt() > 1) {
      message.setHeader("X-Farol-Attempt", String.valueOf(letter.attempt()));
    }
    return message;
  }

  /** A message whose id is ours: the same on every attempt. */
  private static final class KeptId extends MimeMessage {
    private final String id;

    KeptId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private static JavaMailSenderImpl server(URI url) {
    var server = new JavaMailSenderImpl();
    var tls = "smtps".equals(url.getScheme());
    server.setProtocol(tls ? "smtps" : "smtp");
    server.setHost(url.getHost());
    server.setPort(url.getPort() == -1 ? (tls ? 465 : 25) : url.getPort());
    var user = url.getUserInfo();
    if (user != null) {
      var colon = user.indexOf(':');
      server.setUsername(colon < 0 ? user : user.substring(0, colon));
      server.setPassword(colon < 0 ? "" : user.substring(colon + 1));
    }
    for (var protocol : List.of("smtp", "smtps")) {
      for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
        server
            .getJavaMailProperties()
            .setProperty("mail.%s.%s".formatted(protocol, limit), TIMEOUT_MILLIS);
      }
    }
    return server;
  }

  /** Everything the chain of failures says, outermost first: the server's reply is among it. */
  private static String words(Throwable failed) {
    var words = new ArrayList<String>();
    var queue = new ArrayList<Throwable>(List.of(failed));
    for (var index = 0; index < queue.size() && index < 10; index++) {
      var next = queue.get(index);
      if (next.getMessage() != null) {
        words.add(next.getMessage().strip());
      }
      if (next instanceof org.springframework.mail.MailSendException many) {
        queue.addAll(List.of(many.getMessageExceptions()));
      }
      if (next instanceof MessagingException one && one.getNextException() != null) {
        queue.add(one.getNextException());
      } else if (next.getCause() != null) {
        queue.add(next.getCause());
      }
    }
    return String.join("\n", words);
  }
}
