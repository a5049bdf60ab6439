package farol.runbooks.library;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Keeps JGit from reading the settings of whoever runs Farol, and from starting {@code git}. */
final class QuietGit extends SystemReader.Delegate {
  private QuietGit(SystemReader system) {
    super(system);
  }

  static synchronized void install() {
    var present = SystemReader.getInstance();
    if (!(present instanceof QuietGit)) {
      SystemReader.setInstance(new QuietGit(present));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS files) {
    return empty(parent, files);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS files) {
    return empty(parent, files);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS files) {
    return empty(parent, files);
  }

  private static FileBasedConfig empty(Config parent, FS files) {
    return new FileBasedConfig(parent, null, files) {
      @Override
      public void load() {
        // There is nothing to load.
      }

      @Override
      public void save() {
        // There is nowhere to save to.
      }

      @Override
      public boolean isOutdated() {
        return false;
      }
    };
  }
}
