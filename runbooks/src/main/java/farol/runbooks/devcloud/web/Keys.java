package farol.runbooks.devcloud.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.runbooks.devcloud.Account;
import farol.runbooks.devcloud.ApiProblem;
import farol.runbooks.devcloud.Hash;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose key a request carries. On loopback with no keys set, any key is an account of its own that
 * may control; otherwise only the keys that are set are known.
 */
@Component("devcloudKeys")
class Keys {
  private static final int KEY_MAX = 500;

  private final boolean anyKey;
  private final Map<String, Account> known = new HashMap<>();

  Keys(DevcloudSettings settings) {
    this.anyKey = settings.keys().isBlank() && settings.isLoopback();
    for (var entry : settings.keys().split(",", -1)) {
      if (!entry.isBlank()) {
        add(entry.strip());
      }
    }
  }

  private void add(String entry) {
    var parts = entry.split(":", -1);
    if (parts.length != 3 || !(parts[2].equals("member") || parts[2].equals("control"))) {
      throw new IllegalArgumentException(
          "FAROL_DEVCLOUD_KEYS is a list of key:email:role with role member or control");
    }
    known.put(parts[0], Account.of(parts[1], parts[2].equals("control")));
  }

  /** The account of the key in {@code Authorization}; 401 without one that is known. */
  Account account(@Nullable String authorization) {
    var key = authorization == null ? "" : key(authorization.strip());
    var account = anyKey ? anyOf(key) : known.get(key);
    if (account == null) {
      throw new ApiProblem(401, "unauthorized", "Invalid credentials provided.", null);
    }
    return account;
  }

  /** The key is no part of what is stored and shown. */
  private static @Nullable Account anyOf(String key) {
    if (key.isEmpty() || key.length() > KEY_MAX) {
      return null;
    }
    var name = Long.toHexString(Hash.of("key " + key));
    return Account.of("account-%s@devcloud.example".formatted(name), true);
  }

  private static String key(String authorization) {
    var space = authorization.indexOf(' ');
    if (space < 0) {
      return "";
    }
    var rest = authorization.substring(space + 1).strip();
    return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> rest;
      case "basic" -> password(rest);
      default -> "";
    };
  }

  private static String password(String encoded) {
    try {
      var pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
