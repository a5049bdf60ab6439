package farol.statuspage.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The Ed25519 key that signs sets. */
public final class SigningKey {
  private final PrivateKey key;
  private final PublicKeyFile publicKey;

  private SigningKey(PrivateKey key, PublicKeyFile publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /** Reads the key from a file, or makes one there that only its owner may read. */
  public static SigningKey at(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return read(file);
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(
          "The signing key %s cannot be used: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var lines =
        List.of(base64(pair.getPrivate().getEncoded()), base64(pair.getPublic().getEncoded()));
    var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "signing", ".key");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.write(fresh, lines, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      // A hard link is made whole or not at all: of two nodes that start at once, one wins.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException other) {
      // The other node's key is as good.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
    var lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new IOException("it holds no pair of keys");
    }
    var keys = KeyFactory.getInstance("Ed25519");
    var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()));
    var shown = new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)));
    return new SigningKey(
        keys.generatePrivate(secret), PublicKeyFile.of(keys.generatePublic(shown)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public PublicKeyFile publicKey() {
    return publicKey;
  }

  /** The manifest with this key's signature. */
  public Manifest sign(Manifest manifest) {
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(ManifestJson.unsigned(ManifestJson.bytes(manifest)));
      return manifest.signed(base64(signer.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("An Ed25519 key signs", impossible);
    }
  }

  /** Whether only the owner may read the file. */
  static boolean isPrivate(Path file) {
    try {
      return Files.getPosixFilePermissions(file)
          .equals(Set.copyOf(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
