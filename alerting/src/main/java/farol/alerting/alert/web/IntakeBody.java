package farol.alerting.alert.web;

import farol.alerting.door.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a request at an intake door, whatever its content type says. */
final class IntakeBody {
  static final int BODY_MAX = 512 * 1_024;
  static final int INFLATED_MAX = 2 * 1_024 * 1_024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private IntakeBody() {}

  /** The text of the body: refused when too long (413) or not UTF-8 (400). */
  static String text(HttpServletRequest request) {
    try {
      var raw = upTo(BODY_MAX, request.getInputStream());
      var octets =
          "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding")) ? inflated(raw) : raw;
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(octets))
              .toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw Refusal.unreadable("The body is not UTF-8");
    } catch (IOException broken) {
      throw Refusal.unreadable("The body cannot be read");
    }
  }

  private static byte[] inflated(byte[] raw) throws IOException {
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return upTo(INFLATED_MAX, stream);
    }
  }

  private static byte[] upTo(int max, InputStream stream) throws IOException {
    var octets = stream.readNBytes(max + 1);
    if (octets.length > max) {
      throw Refusal.tooLarge("The body has up to %d KiB".formatted(max / 1_024));
    }
    return octets;
  }

  /** The JSON object of the text: refused (400) when it is anything else. */
  static JsonNode object(String text) {
    try {
      var document = JSON.readTree(text);
      if (document.isObject()) {
        return document;
      }
    } catch (JacksonException wrong) {
      throw Refusal.unreadable("The body is not JSON");
    }
    throw Refusal.unreadable("The body is not a JSON object");
  }
}
