package farol.statuspage.snapshot;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public half of the key that signs sets, as a JSON Web Key (RFC 8037): {@code kty}, {@code
 * crv}, {@code kid} and {@code x}.
 */
public record PublicKeyFile(String kty, String crv, String kid, String x) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int RAW_LENGTH = 32;
  private static final int ID_DIGITS = 16;

  /** What stands before the 32 bytes of an Ed25519 key in X.509 form (RFC 8410). */
  private static final byte[] X509_HEAD = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  public PublicKeyFile {
    Objects.requireNonNull(kty, "kty");
    Objects.requireNonNull(crv, "crv");
    Objects.requireNonNull(kid, "kid");
    Objects.requireNonNull(x, "x");
  }

  public static PublicKeyFile of(PublicKey key) {
    var encoded = key.getEncoded();
    var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length);
    return new PublicKeyFile(
        "OKP",
        "Ed25519",
        Hashes.sha256(raw).substring(0, ID_DIGITS),
        Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
  }

  public static PublicKeyFile read(byte[] json) {
    try {
      return JSON.readValue(json, PublicKeyFile.class);
    } catch (JacksonException | NullPointerException broken) {
      throw new BadSet(Manifest.KEY_PATH.substring(1), "is not a key");
    }
  }

  public byte[] json() {
    return JSON.writeValueAsBytes(this);
  }

  /** Whether {@code signature} is this key's over {@code bytes}. */
  boolean signed(byte[] bytes, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key());
      verifier.update(bytes);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return false;
    }
  }

  private PublicKey key() throws GeneralSecurityException {
    var raw = Base64.getUrlDecoder().decode(x);
    var encoded = Arrays.copyOf(X509_HEAD, X509_HEAD.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509_HEAD.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
