package farol.runbooks.execution;

import farol.runbooks.execution.PlannedStep.Level;
import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one plan reads of the platform: each thing once, however many steps ask. */
final class PlatformView {
  private final Platform platform;
  private final Map<String, Optional<Platform.App>> apps = new HashMap<>();
  private final Map<String, Map<String, Level>> formations = new HashMap<>();

  PlatformView(Platform platform) {
    this.platform = platform;
  }

  Platform.About about() {
    return platform.about();
  }

  Optional<Platform.App> app(String name) throws PlatformUnavailable {
    var known = apps.get(name);
    if (known == null) {
      known = platform.app(name);
      apps.put(name, known);
    }
    return known;
  }

  Map<String, Level> formation(String app) throws PlatformUnavailable {
    var known = formations.get(app);
    if (known == null) {
      known = levels(platform, app);
      formations.put(app, known);
    }
    return known;
  }

  static Map<String, Level> levels(Platform platform, String app) throws PlatformUnavailable {
    var levels = new LinkedHashMap<String, Level>();
    for (var row : platform.formation(app)) {
      levels.put(row.type(), new Level(row.quantity(), row.size()));
    }
    return levels;
  }
}
