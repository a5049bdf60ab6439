package farol.runbooks.paas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to a platform as a service. Reads may be repeated; a mutation is sent once, and whether
 * it happened is decided by reading, never by sending again.
 */
public interface Platform {
  /**
   * An app on the platform.
   *
   * @param region as the wire names it: {@code us} or {@code eu}
   */
  record App(String id, String name, String region, boolean maintenance) {}

  /** One process type of an app, with how many dynos of which size run it. */
  record Formation(String type, int quantity, String size) {}

  /** One running process. */
  record Dyno(String id, String name, String type, String state, String size) {}

  /** A release of an app. */
  record Release(String id, int version, String status, boolean current, String description) {}

  /** What is known of the platform itself. */
  record About(String id, String kind, String url) {}

  About about();

  List<App> apps() throws PlatformUnavailable;

  Optional<App> app(String name) throws PlatformUnavailable;

  List<Formation> formation(String app) throws PlatformUnavailable;

  List<Dyno> dynos(String app) throws PlatformUnavailable;

  List<Release> releases(String app) throws PlatformUnavailable;

  /**
   * Sets quantities, and sizes where named, in one batch.
   *
   * @param quantities process type to dynos
   * @param sizes process type to size; absent means unchanged
   * @return the request id the platform answered with, null when it gave none
   */
  @Nullable String scale(String app, Map<String, Integer> quantities, Map<String, String> sizes)
      throws PlatformUnavailable;
}
