package farol.console.security;

import farol.alerting.door.Secrets;
import farol.console.database.FarolHome;
import farol.console.start.Installation;
import farol.console.start.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM under a key derived from {@code FAROL_SECRET_KEY}, or from a generated file of mode
 * 600 in the data folder. A wrong key is found at start, before it could do harm.
 */
@Component
class SealedSecrets implements Secrets {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CHECK = "secret-key-check";
  private static final String CHECK_TEXT = "farol";

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  SealedSecrets(
      @Value("${farol.secret-key:}") String given,
      FarolHome home,
      Installation installation,
      InstantSource clock) {
    this.key = new SecretKeySpec(ApiTokens.hash(given.isBlank() ? generated(home) : given), "AES");
    installation.write(CHECK, seal(CHECK_TEXT), clock.instant());
    try {
      open(installation.fact(CHECK).orElseThrow());
    } catch (IllegalArgumentException other) {
      throw new StartRefused(
          "The secrets in the database were encrypted under another key: start with the FAROL_SECRET_KEY (or %s) they were written with. Nothing was changed."
              .formatted(home.path().resolve("secret.key")),
          other);
    }
  }

  private static String generated(FarolHome home) {
    try {
      return home.secret("secret.key");
    } catch (IOException failed) {
      throw new UncheckedIOException("secret.key", failed);
    }
  }

  @Override
  public String seal(String plain) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      var both = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has AES-GCM", impossible);
    }
  }

  @Override
  public String open(String sealed) {
    try {
      var both = Base64.getDecoder().decode(sealed);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, both, 0, NONCE_BYTES));
      var plain = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IndexOutOfBoundsException wrong) {
      throw new IllegalArgumentException("Sealed under another key, or altered", wrong);
    }
  }
}
