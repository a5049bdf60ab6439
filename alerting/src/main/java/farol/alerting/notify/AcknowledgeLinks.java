package farol.alerting.notify;

import farol.alerting.alert.AlertGroupId;
import farol.alerting.catalog.PersonId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of acknowledge links: group, person, page and expiry, signed with
 * HMAC-SHA256. A token says nothing but ids to whoever decodes it.
 */
@Component
class AcknowledgeLinks {
  static final Duration VALID_FOR = Duration.ofHours(24);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int PAYLOAD_BYTES = 3 * 16 + Long.BYTES;
  private static final int MAC_BYTES = 32;
  private static final int TOKEN_MAX = 200;

  private final SigningKey key;

  AcknowledgeLinks(SigningKey key) {
    this.key = key;
  }

  /** What a genuine token names. */
  record Link(AlertGroupId group, PersonId person, PageId page, Instant expiresAt) {}

  /** What a token turned out to be. */
  sealed interface Verdict {
    /** Signed by us and in time. */
    record Genuine(Link link) implements Verdict {}

    /** Signed by us, too old. */
    record Expired(Link link) implements Verdict {}

    /** Not signed by us. */
    record Forged() implements Verdict {}
  }

  String token(AlertGroupId group, PersonId person, PageId page, Instant now) {
    var payload = ByteBuffer.allocate(PAYLOAD_BYTES);
    put(payload, group.value());
    put(payload, person.value());
    put(payload, page.value());
    payload.putLong(now.plus(VALID_FOR).getEpochSecond());
    var bytes = payload.array();
    var token = ByteBuffer.allocate(PAYLOAD_BYTES + MAC_BYTES).put(bytes).put(mac(bytes)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  Verdict read(String token, Instant now) {
    byte[] bytes;
    try {
      bytes = token.length() > TOKEN_MAX ? new byte[0] : Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return new Verdict.Forged();
    }
    if (bytes.length != PAYLOAD_BYTES + MAC_BYTES) {
      return new Verdict.Forged();
    }
    var payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
    var signature = Arrays.copyOfRange(bytes, PAYLOAD_BYTES, bytes.length);
    if (!MessageDigest.isEqual(signature, mac(payload))) {
      return new Verdict.Forged();
    }
    var link = link(ByteBuffer.wrap(payload));
    return now.isBefore(link.expiresAt) ? new Verdict.Genuine(link) : new Verdict.Expired(link);
  }

  private static Link link(ByteBuffer payload) {
    return new Link(
        new AlertGroupId(uuid(payload)),
        new PersonId(uuid(payload)),
        new PageId(uuid(payload)),
        Instant.ofEpochSecond(payload.getLong()));
  }

  private static void put(ByteBuffer into, UUID id) {
    into.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }

  private byte[] mac(byte[] payload) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.key(), ALGORITHM));
      return mac.doFinal(payload);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", impossible);
    }
  }
}
