package farol.statuspage.snapshot;

import java.io.IOException;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Manifests as canonical JSON (RFC 8785): the same manifest is always the same bytes. */
public final class ManifestJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SIGNATURE = "signature";

  private ManifestJson() {}

  public static byte[] bytes(Manifest manifest) {
    return canonical(JSON.valueToTree(manifest));
  }

  /** The bytes a signature covers: everything but itself. */
  static byte[] unsigned(byte[] manifest) {
    var tree = tree(manifest);
    tree.remove(SIGNATURE);
    return canonical(tree);
  }

  static boolean isCanonical(byte[] manifest) {
    return Arrays.equals(manifest, canonical(tree(manifest)));
  }

  public static Manifest read(byte[] bytes) {
    try {
      return JSON.treeToValue(tree(bytes), Manifest.class);
    } catch (JacksonException | NullPointerException broken) {
      throw new BadSet("manifest.json", "cannot be read as a manifest");
    }
  }

  private static ObjectNode tree(byte[] bytes) {
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException broken) {
      // Told below, with the same words as JSON of another shape.
    }
    throw new BadSet("manifest.json", "is not a JSON object");
  }

  private static byte[] canonical(JsonNode tree) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsBytes(tree)).getEncodedUTF8();
    } catch (IOException broken) {
      throw new BadSet("manifest.json", "has no canonical form: " + broken.getMessage());
    }
  }
}
