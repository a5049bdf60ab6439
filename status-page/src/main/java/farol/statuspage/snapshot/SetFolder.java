package farol.statuspage.snapshot;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets as folders that any plain file server can serve: {@code sets/<sequence>/} below a site, and
 * {@code current}, a symbolic link that is replaced by rename.
 */
public final class SetFolder {
  /** How many sets a site keeps. */
  public static final int KEPT = 20;

  private static final String MANIFEST = "manifest.json";

  private SetFolder() {}

  /** Writes a set below {@code site}, makes it current and removes the oldest. */
  public static Path write(Path site, SnapshotSet set) throws IOException {
    var sets = Files.createDirectories(site.resolve("sets"));
    var name = String.valueOf(set.manifest().sequence());
    var unfinished = sets.resolve(".unfinished-" + name);
    remove(unfinished);
    for (var entry : set.manifest().files()) {
      for (var encoding : Encoding.values()) {
        var hash = entry.sha256().get(encoding.token());
        if (hash != null) {
          var file = inside(unfinished, entry.file() + encoding.suffix());
          Files.createDirectories(file.getParent());
          Files.write(file, java.util.Objects.requireNonNull(set.bodies().get(hash)));
        }
      }
    }
    Files.write(unfinished.resolve(MANIFEST), set.manifestBytes());
    var whole = sets.resolve(name);
    remove(whole);
    Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    makeCurrent(site, name);
    removeOldest(site);
    return whole;
  }

  private static void makeCurrent(Path site, String name) throws IOException {
    var next = site.resolve(".current-" + name);
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, Path.of("sets", name));
    Files.move(next, site.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The sets a site keeps, oldest first. */
  public static List<Path> sets(Path site) throws IOException {
    var sets = site.resolve("sets");
    if (!Files.isDirectory(sets)) {
      return List.of();
    }
    try (var folders = Files.list(sets)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches("\\d{1,18}"))
          .sorted(Comparator.comparingLong(SetFolder::sequence))
          .toList();
    }
  }

  private static void removeOldest(Path site) throws IOException {
    var all = sets(site);
    for (var old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      remove(old);
    }
  }

  private static long sequence(Path folder) {
    return Long.parseLong(folder.getFileName().toString());
  }

  /** The folder that holds the manifest: {@code dir} itself, or its current set. */
  public static Path current(Path dir) {
    return Files.exists(dir.resolve(MANIFEST)) ? dir : dir.resolve("current");
  }

  public static byte[] manifest(Path folder) throws IOException {
    return Files.readAllBytes(folder.resolve(MANIFEST));
  }

  /** Reads a whole set; a file that is missing is found by its verification. */
  public static SnapshotSet read(Path folder) throws IOException {
    var bytes = manifest(folder);
    var manifest = ManifestJson.read(bytes);
    var bodies = new HashMap<String, byte[]>();
    for (var entry : manifest.files()) {
      for (var encoding : Encoding.values()) {
        var hash = entry.sha256().get(encoding.token());
        if (hash != null && !bodies.containsKey(hash)) {
          readInto(bodies, hash, inside(folder, entry.file() + encoding.suffix()));
        }
      }
    }
    return new SnapshotSet(manifest, bytes, bodies);
  }

  private static void readInto(Map<String, byte[]> bodies, String hash, Path file)
      throws IOException {
    try {
      bodies.put(hash, Files.readAllBytes(file));
    } catch (NoSuchFileException missing) {
      // The verification names it.
    }
  }

  /** A name in a manifest never leads out of its folder. */
  private static Path inside(Path folder, String file) {
    var path = folder.resolve(file).normalize();
    if (!path.startsWith(folder.normalize())) {
      throw new BadSet(file, "leads out of the set");
    }
    return path;
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path dir, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
