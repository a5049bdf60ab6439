package farol.statuspage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final Instant AS_OF = Instant.parse("2026-03-02T09:00:00Z");

  @TempDir Path home;
  private SigningKey key;

  @BeforeEach
  void makeKey() {
    key = SigningKey.at(home.resolve("signing.key"));
  }

  private SnapshotSet set(long sequence, @Nullable String previous) {
    var bodies = new HashMap<String, byte[]>();
    var entries = new ArrayList<Manifest.Entry>();
    for (var file : List.of("index.html", "light", Manifest.KEY_PATH.substring(1))) {
      var body =
          file.startsWith(".")
              ? key.publicKey().json()
              : (file + " of " + sequence).getBytes(StandardCharsets.UTF_8);
      var hash = Hashes.sha256(body);
      bodies.put(hash, body);
      entries.add(
          new Manifest.Entry(
              "/" + file,
              file,
              "text/plain",
              "no-store",
              Hashes.etag(hash),
              null,
              AS_OF,
              Map.of("identity", hash),
              Map.of("identity", body.length)));
    }
    var manifest =
        key.sign(
            new Manifest(
                1,
                sequence,
                AS_OF,
                AS_OF.plusSeconds(90),
                key.publicKey().kid(),
                previous,
                entries,
                null));
    return new SnapshotSet(manifest, ManifestJson.bytes(manifest), bodies);
  }

  @Test
  void aWholeSetIsGood() {
    Verification.check(set(1, null), Trust.of(key.publicKey()));
  }

  @Test
  void oneChangedByteAnywhereIsFound() throws Exception {
    var random = new Random(5);
    var folder = SetFolder.write(home.resolve("site"), set(1, null));
    for (var round = 0; round < 1_000; round++) {
      var good = set(1, null);
      var bodies = new HashMap<>(good.bodies());
      var manifest = good.manifestBytes().clone();
      var hashes = List.copyOf(new java.util.TreeSet<>(bodies.keySet()));
      var victim = random.nextInt(hashes.size() + 1);
      if (victim == hashes.size()) {
        flip(manifest, random);
      } else {
        var body = Objects.requireNonNull(bodies.get(hashes.get(victim))).clone();
        flip(body, random);
        bodies.put(hashes.get(victim), body);
      }
      assertThatThrownBy(
              () ->
                  Verification.check(
                      new SnapshotSet(ManifestJson.read(manifest), manifest, bodies),
                      Trust.of(key.publicKey())))
          .isInstanceOf(BadSet.class);
    }
    assertThat(folder).exists();
  }

  private static void flip(byte[] bytes, Random random) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
  }

  @Test
  void anOldSetAndABrokenChainAreRefused() {
    var first = set(1, null);
    var second = set(2, first.hash());
    var trust = Trust.of(key.publicKey());

    Verification.check(second, trust, first);

    assertThatThrownBy(() -> Verification.check(first, trust, second)).isInstanceOf(BadSet.class);
    assertThatThrownBy(() -> Verification.check(set(2, "0".repeat(64)), trust, first))
        .isInstanceOf(BadSet.class);
  }

  @Test
  void anotherKeyIsRefusedOnceOneWasSeen() {
    var trust = Trust.firstSeen();
    Verification.check(set(1, null), trust);
    key = SigningKey.at(home.resolve("other.key"));

    assertThatThrownBy(() -> Verification.check(set(1, null), trust))
        .isInstanceOf(BadSet.class)
        .hasMessageContaining("not the trusted one");
  }

  @Test
  void theKeyIsReadAgainAndBelongsToItsOwner() {
    assertThat(SigningKey.at(home.resolve("signing.key")).publicKey()).isEqualTo(key.publicKey());
    assertThat(SigningKey.isPrivate(home.resolve("signing.key"))).isTrue();
  }
}
