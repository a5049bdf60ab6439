package farol.statuspage.snapshot;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The forms a body is kept in: gzip 9 and brotli 11 where they are smaller. Where the platform has
 * no native brotli, readers get gzip.
 */
public final class Compression {
  /** Bodies below this many bytes gain nothing. */
  static final int WORTH_BYTES = 200;

  private static final int BROTLI_DENSE = 11;

  private Compression() {}

  public static boolean hasBrotli() {
    return Brotli4jLoader.isAvailable();
  }

  public static Map<Encoding, byte[]> forms(byte[] body) {
    return forms(body, BROTLI_DENSE);
  }

  /** The same with a lighter brotli, for bodies that change with every set. */
  public static Map<Encoding, byte[]> forms(byte[] body, int brotliQuality) {
    var forms = new EnumMap<Encoding, byte[]>(Encoding.class);
    forms.put(Encoding.IDENTITY, body);
    if (body.length < WORTH_BYTES) {
      return forms;
    }
    keepSmaller(forms, Encoding.GZIP, gzip(body));
    if (hasBrotli()) {
      keepSmaller(forms, Encoding.BROTLI, brotli(body, brotliQuality));
    }
    return forms;
  }

  private static void keepSmaller(Map<Encoding, byte[]> forms, Encoding encoding, byte[] form) {
    if (form.length < forms.getOrDefault(Encoding.IDENTITY, form).length) {
      forms.put(encoding, form);
    }
  }

  private static byte[] gzip(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 3);
    try (var gzip = new Dense(bytes)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] brotli(byte[] body, int quality) {
    try {
      return Encoder.compress(body, Encoder.Parameters.create(quality));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Dense extends GZIPOutputStream {
    Dense(ByteArrayOutputStream bytes) throws IOException {
      super(bytes);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
