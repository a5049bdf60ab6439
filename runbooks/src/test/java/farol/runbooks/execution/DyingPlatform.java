package farol.runbooks.execution;

import farol.runbooks.paas.Platform;
import farol.runbooks.paas.PlatformUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process dies between the commit of its intent and the first byte. */
record DyingPlatform(Platform real) implements Platform {
  /** What a kill looks like from inside. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @Override
  public About about() {
    return real.about();
  }

  @Override
  public List<App> apps() throws PlatformUnavailable {
    return real.apps();
  }

  @Override
  public Optional<App> app(String name) throws PlatformUnavailable {
    return real.app(name);
  }

  @Override
  public List<Formation> formation(String app) throws PlatformUnavailable {
    return real.formation(app);
  }

  @Override
  public List<Dyno> dynos(String app) throws PlatformUnavailable {
    return real.dynos(app);
  }

  @Override
  public List<Release> releases(String app) throws PlatformUnavailable {
    return real.releases(app);
  }

  @Override
  public @Nullable String scale(
      String app, Map<String, Integer> quantities, Map<String, String> sizes) {
    throw new Killed();
  }
}
