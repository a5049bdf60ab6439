package farol.statuspage.renderer;

import farol.statuspage.snapshot.Compression;
import farol.statuspage.snapshot.Encoding;
import farol.statuspage.snapshot.Hashes;
import farol.statuspage.snapshot.Manifest;
import farol.statuspage.snapshot.ManifestJson;
import farol.statuspage.snapshot.SigningKey;
import farol.statuspage.snapshot.SnapshotSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Presses a model into a signed set: draws both trees, compresses, hashes, signs. Bodies that did
 * not change keep their forms, their tags and the time they last changed.
 */
public final class SetPress {
  /** For pages that change with every set and are asked for seldom. */
  private static final int BROTLI_LIGHT = 5;

  /** Bodies above this are compressed lightly: the dense level would take seconds. */
  private static final int DENSE_BYTES_MAX = 96 * 1024;

  private final SigningKey key;

  public SetPress(SigningKey key) {
    this.key = key;
  }

  /** What a set follows. */
  public record Before(SnapshotSet set, String content, Instant contentSince) {}

  /** A set with the hash of its meaning and when that last changed. */
  public record Pressed(SnapshotSet set, String content, Instant contentSince) {}

  public Pressed press(PageModel model, @Nullable Before before) {
    var content = Site.content(model);
    var same = before != null && before.content().equals(content);
    var since = same ? Objects.requireNonNull(before).contentSince() : model.asOf();
    var sequence = before == null ? 1 : before.set().manifest().sequence() + 1;
    var site = new Site(model, since, key.publicKey());
    var bodies = new HashMap<String, byte[]>();
    var entries = new ArrayList<Manifest.Entry>();
    var known = known(before);
    for (var aged : List.of(false, true)) {
      for (var file : site.files(new Moment(sequence, content, aged))) {
        entries.add(entry(file, aged, known, before, model.asOf(), bodies));
      }
    }
    var manifest =
        key.sign(
            new Manifest(
                Manifest.FORMAT,
                sequence,
                model.asOf(),
                model.validUntil(),
                key.publicKey().kid(),
                before == null ? null : before.set().hash(),
                entries,
                null));
    return new Pressed(
        new SnapshotSet(manifest, ManifestJson.bytes(manifest), bodies), content, since);
  }

  private static Map<String, Manifest.Entry> known(@Nullable Before before) {
    var known = new HashMap<String, Manifest.Entry>();
    if (before != null) {
      before.set().manifest().files().forEach(entry -> known.put(entry.path(), entry));
    }
    return known;
  }

  private static Manifest.Entry entry(
      SiteFile file,
      boolean aged,
      Map<String, Manifest.Entry> known,
      @Nullable Before before,
      Instant asOf,
      Map<String, byte[]> bodies) {
    var path = aged ? Manifest.UNKNOWN + file.path() : file.path();
    var name = aged ? Manifest.UNKNOWN.substring(1) + "/" + file.file() : file.file();
    var hash = Hashes.sha256(file.body());
    var last = known.get(path);
    if (last != null && before != null && last.identity().equals(hash)) {
      last.sha256()
          .values()
          .forEach(
              form -> bodies.put(form, Objects.requireNonNull(before.set().bodies().get(form))));
      return new Manifest.Entry(
          path,
          name,
          file.type(),
          file.cache(),
          last.etag(),
          file.policy(),
          last.modified(),
          last.sha256(),
          last.bytes());
    }
    var hashes = new HashMap<String, String>();
    var lengths = new HashMap<String, Integer>();
    for (var form : forms(file).entrySet()) {
      var formHash = Hashes.sha256(form.getValue());
      bodies.put(formHash, form.getValue());
      hashes.put(form.getKey().token(), formHash);
      lengths.put(form.getKey().token(), form.getValue().length);
    }
    return new Manifest.Entry(
        path,
        name,
        file.type(),
        file.cache(),
        Hashes.etag(hash),
        file.policy(),
        asOf,
        hashes,
        lengths);
  }

  private static Map<Encoding, byte[]> forms(SiteFile file) {
    var dense =
        file.body().length <= DENSE_BYTES_MAX && (!file.changes() || file.path().equals("/"));
    return dense ? Compression.forms(file.body()) : Compression.forms(file.body(), BROTLI_LIGHT);
  }
}
