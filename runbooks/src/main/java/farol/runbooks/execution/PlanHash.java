package farol.runbooks.execution;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** The hash that an approval is bound to: SHA-256 over RFC 8785 canonical JSON. */
final class PlanHash {
  private static final int FORMAT = 1;
  private static final int ORGANISATION_POLICY = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlanHash() {}

  static String of(Resolved resolved) {
    var covered = new HashMap<String, Object>();
    covered.put("format", FORMAT);
    covered.put("platform", resolved.platform().id());
    covered.put("url", resolved.platform().url());
    covered.put("runbook", resolved.runbook());
    covered.put("commit", resolved.commit());
    covered.put("blob", resolved.blob());
    covered.put("params", resolved.params());
    covered.put("steps", resolved.steps());
    covered.put("approvals", resolved.approvals());
    covered.put("organisationPolicy", ORGANISATION_POLICY);
    covered.put("undoOf", resolved.undoOf());
    return "sha256:" + sha256(canonical(covered));
  }

  /** The hash of what one call sends. */
  static String ofPayload(Object payload) {
    return "sha256:" + sha256(canonical(Map.of("payload", payload)));
  }

  private static byte[] canonical(Map<String, Object> value) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedUTF8();
    } catch (IOException impossible) {
      throw new IllegalStateException("What we wrote is JSON", impossible);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
