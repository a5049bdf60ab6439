package farol.alerting.notify;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The letter of a page, as text and as HTML that reads in light and dark. */
final class PageMail {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private PageMail() {}

  static ComposedMail compose(PageMessage message) {
    var group = message.group();
    var severity = group.severity().name().toLowerCase(Locale.ROOT);
    var since = TIME.format(group.acceptedAt());
    var rung = rung(message);
    var acknowledge =
        message.acknowledgeUrl() == null ? message.viewUrl() : message.acknowledgeUrl();
    var fact = "#%d on %s, since %s.".formatted(group.number(), message.service(), since);
    return new ComposedMail(
        message.page(),
        group.id().value(),
        message.address(),
        "[%s] %s: %s".formatted(severity, message.service(), group.summary()),
        text(message, severity, since, acknowledge, rung),
        html(message, severity, fact, acknowledge, rung),
        message.at());
  }

  private static String text(
      PageMessage message, String severity, String since, String acknowledge, String rung) {
    return """
      %s

      %s
      #%d on %s, since %s.

      Acknowledge: %s
      Look: %s

      --
      You are paged at %s. Until somebody acknowledges, the next level is paged.
      """
        .formatted(
            message.group().summary(),
            severity,
            message.group().number(),
            message.service(),
            since,
            acknowledge,
            message.viewUrl(),
            rung);
  }

  private static String html(
      PageMessage message, String severity, String fact, String acknowledge, String rung) {
    var again = message.possibleDuplicate() ? " This may be the second copy of the same page." : "";
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width,initial-scale=1">\
      <meta name="color-scheme" content="light dark"><title>%1$s</title>
      <style>@media(prefers-color-scheme:dark){.bg{background:#13161a!important;\
      color:#e4e6e9!important}.mu{color:#abb0b6!important}.ln{border-color:#262a2f!important}\
      .bg a.q{color:#7eb8f3!important}.bt{background:#e4e6e9!important;color:#13161a!important}}\
      </style></head>
      <body class="bg" style="margin:0;background:#fdfdfe;color:#181c22;font-family:system-ui,\
      -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
      <div style="display:none;max-height:0;overflow:hidden">%2$s</div>
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0"><tr>\
      <td align="center"><table role="presentation" width="100%%" cellpadding="0" cellspacing="0" \
      style="max-width:600px;text-align:left">
      <tr><td style="background:#ce1a1f;color:#ffffff;padding:20px">\
      <div style="font-size:15px">%3$s, %4$s</div>\
      <div role="heading" aria-level="1" style="font-size:22px;line-height:1.25;font-weight:700;\
      margin-top:8px">%1$s</div></td></tr>
      <tr><td class="bg" style="padding:20px 20px 4px">\
      <p style="margin:0 0 16px">%2$s</p>\
      <p style="margin:0 0 18px"><a class="bt" href="%5$s" style="display:block;background:#181c22;\
      color:#fdfdfe;text-align:center;font-weight:600;padding:16px;border-radius:6px;\
      text-decoration:none">Acknowledge</a></p>\
      <p style="margin:0 0 20px"><a class="q" href="%6$s" style="color:#2460b7;font-weight:600">\
      Look at the alert</a></p></td></tr>
      <tr><td class="bg mu ln" style="padding:14px 20px 24px;border-top:1px solid #dde0e3;\
      font-size:14px;color:#494f57">You are paged at %7$s. Until somebody acknowledges, the next \
      level is paged.%8$s</td></tr>
      </table></td></tr></table></body></html>
      """
        .formatted(
            escaped(message.group().summary()),
            escaped(fact),
            severity,
            escaped(message.service()),
            escaped(acknowledge),
            escaped(message.viewUrl()),
            rung,
            again);
  }

  private static String rung(PageMessage message) {
    return message.level() == 0
        ? "the last resort"
        : "level %d, pass %d".formatted(message.level(), message.pass());
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
