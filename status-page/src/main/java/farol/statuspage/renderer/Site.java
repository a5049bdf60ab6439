package farol.statuspage.renderer;

import farol.statuspage.snapshot.Hashes;
import farol.statuspage.snapshot.Manifest;
import farol.statuspage.snapshot.PublicKeyFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Every file of one state, for the fresh tree or the aged one. Pure: same model, same bytes. */
final class Site {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int CONTENT_DIGITS = 12;

  private final PageModel model;
  private final Instant contentSince;
  private final PublicKeyFile key;

  Site(PageModel model, Instant contentSince, PublicKeyFile key) {
    this.model = model;
    this.contentSince = contentSince;
    this.key = key;
  }

  /** A hash that changes only when the meaning of the page does. */
  static String content(PageModel model) {
    var meaning = new ByteArrayOutputStream();
    var v2 = new V2(model, Instant.EPOCH, false);
    V2.paths().forEach(path -> meaning.writeBytes(v2.document(path)));
    for (var told : model.open()) {
      meaning.writeBytes(bytes(told.id() + told.overdueSince(model.asOf())));
    }
    for (var view : model.components()) {
      meaning.writeBytes(bytes(view.now().toString()));
    }
    meaning.writeBytes(bytes(model.today() + model.page().toString()));
    return Hashes.sha256(meaning.toByteArray()).substring(0, CONTENT_DIGITS);
  }

  List<SiteFile> files(Moment moment) {
    var files = new ArrayList<SiteFile>();
    pages(files, moment);
    var v2 = new V2(model, contentSince, moment.aged());
    V2.paths().forEach(path -> files.add(SiteFile.stable(path, JSON, v2.document(path), moment)));
    files.add(SiteFile.timed("/status.json", JSON, StatusJson.status(model, moment), moment));
    files.add(SiteFile.timed("/pulse.json", JSON, StatusJson.pulse(model, moment), moment));
    files.add(
        SiteFile.stable(
            "/history.atom",
            "application/atom+xml; charset=utf-8",
            bytes(Atom.feed(model)),
            moment));
    files.add(SiteFile.stable("/light", TEXT, light(moment), moment));
    files.add(
        SiteFile.stable("/badge.svg", "image/svg+xml", bytes(Badges.svg(model, moment)), moment));
    files.add(SiteFile.stable("/badge.json", JSON, Badges.json(model, moment), moment));
    files.add(SiteFile.stable("/robots.txt", TEXT, bytes("User-agent: *\nAllow: /\n"), moment));
    files.add(SiteFile.stable(Manifest.KEY_PATH, JSON, key.json(), moment));
    return files;
  }

  private void pages(List<SiteFile> files, Moment moment) {
    files.add(SiteFile.page("/", Pages.index(model, moment), moment));
    var months = months();
    files.add(
        SiteFile.page("/history", Pages.month(model, moment, months.getFirst(), months), moment));
    for (var month : months) {
      files.add(
          SiteFile.page("/history/" + month, Pages.month(model, moment, month, months), moment));
    }
    for (var told : model.incidents()) {
      files.add(SiteFile.page("/i/" + told.id(), incident(told, moment), moment));
    }
  }

  /** One page that cannot be drawn must not keep the others from readers. */
  private String incident(Told told, Moment moment) {
    try {
      return Pages.incident(model, moment, told);
    } catch (RuntimeException failed) {
      Renderer.tell("The page of incident " + told.id() + " cannot be drawn", failed);
      return "<!doctype html><title>Incident</title><p>This page cannot be shown. "
          + "<a href=\"/\">What works and what does not</a>";
    }
  }

  /** The months the history shows, newest first. */
  private List<YearMonth> months() {
    var newest = YearMonth.from(model.today());
    var oldest = YearMonth.from(model.today().minusDays(PageModel.DAYS - 1L));
    var months = new ArrayList<YearMonth>();
    for (var month = newest; !month.isBefore(oldest); month = month.minusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  private byte[] light(Moment moment) {
    return bytes((moment.aged() ? 'U' : model.banner().indicator().letter()) + "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
