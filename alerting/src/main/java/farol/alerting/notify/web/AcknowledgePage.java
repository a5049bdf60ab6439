package farol.alerting.notify.web;

import farol.alerting.alert.AlertGroup;
import farol.alerting.alert.AlertState;
import farol.alerting.catalog.Person;
import farol.alerting.notify.AcknowledgeByLink.Outcome;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** The page behind a link: one small document, in light and dark, without a script. */
final class AcknowledgePage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private AcknowledgePage() {}

  static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Unknown() ->
          page(
              "Not a link of ours",
              "<h1>This link leads nowhere</h1><p>It was not made here, or it was cut on its way."
                  + " Open the alert from the console.</p>");
      case Outcome.Expired() ->
          page(
              "Too late for this link",
              "<h1>This link is over a day old</h1><p>It no longer acknowledges anything."
                  + " Open the alert from the console.</p>");
      case Outcome.Open(var group, var person) -> page(group.summary(), open(group, person));
      case Outcome.Stands(var group, var holder, var byThisPress) ->
          page(group.summary(), stands(group, holder, byThisPress));
    };
  }

  private static String open(AlertGroup group, Person person) {
    return alert(group)
        + """
        <p class="s r"><i></i>Triggered. Nobody has it yet.</p>
        <form method="post"><button type="submit">Acknowledge</button></form>
        <p class="q">You acknowledge as %s.</p>
        """
            .formatted(escaped(person.firstName()));
  }

  private static String stands(AlertGroup group, Optional<Person> holder, boolean byThisPress) {
    var who = holder.map(Person::firstName).map(AcknowledgePage::escaped).orElse("Somebody");
    var sentence =
        switch (group.state()) {
          case TRIGGERED -> "Triggered again, and this link is used. Open it in the console.";
          case ACKNOWLEDGED ->
              byThisPress ? "Acknowledged. You have it, %s.".formatted(who) : who + " has it.";
          case RESOLVED -> "Resolved. Nobody needs to act.";
        };
    var tone =
        group.state() == AlertState.TRIGGERED
            ? "r"
            : group.state() == AlertState.ACKNOWLEDGED ? "y" : "g";
    return alert(group) + "<p class=\"s %s\"><i></i>%s</p>".formatted(tone, sentence);
  }

  private static String alert(AlertGroup group) {
    return "<p class=\"q\">#%d, %s, since %s</p><h1>%s</h1>"
        .formatted(
            group.number(),
            group.severity().name().toLowerCase(Locale.ROOT),
            TIME.format(group.acceptedAt()),
            escaped(group.summary()));
  }

  private static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
    <title>%s</title>
    <style>
    :root{color-scheme:light dark;--bg:#fdfdfe;--ink:#181c22;--ink2:#494f57;--red:#c5141c;
    --amber:#8b5d02;--green:#1e7246;--mine:#2460b7}
    @media(prefers-color-scheme:dark){:root{--bg:#13161a;--ink:#e4e6e9;--ink2:#abb0b6;
    --red:#ff7a75;--amber:#edc362;--green:#6ccd98;--mine:#7eb8f3}}
    body{margin:0;background:var(--bg);color:var(--ink);
    font:16px/1.5 "Instrument Sans",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;
    font-variant-numeric:tabular-nums}
    main{max-width:480px;margin:0 auto;padding:32px 20px 24px;min-height:calc(100vh - 56px);
    min-height:calc(100dvh - 56px);box-sizing:border-box}
    h1{font-size:22px;line-height:28px;font-weight:600;letter-spacing:-.014em;margin:4px 0 16px;
    overflow-wrap:anywhere}
    .q{color:var(--ink2);margin:0;font-size:14px}
    .s{font-weight:500;margin:0 0 24px;display:flex;gap:8px;align-items:baseline}
    .s i{width:10px;height:10px;flex:none;background:currentColor}
    .r{color:var(--red)}.r i{transform:rotate(45deg)}.y{color:var(--amber)}
    .y i{border-radius:5px;background:linear-gradient(90deg,currentColor 50%%,transparent 0);
    box-shadow:inset 0 0 0 1.5px currentColor}.g{color:var(--green)}.g i{border-radius:5px}
    button{width:100%%;min-height:56px;font:inherit;font-size:18px;font-weight:600;border:0;
    border-radius:6px;background:var(--ink);color:var(--bg);cursor:pointer;margin:0 0 12px}
    button:focus-visible{outline:2px solid var(--mine);outline-offset:2px}
    footer{text-align:center;color:var(--ink2);font-size:14px;line-height:56px}
    </style></head>
    <body><main>%s</main><footer>Farol</footer></body></html>
    """
        .formatted(escaped(title), body);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
