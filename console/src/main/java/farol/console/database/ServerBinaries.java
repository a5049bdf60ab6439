package farol.console.database;

import farol.console.start.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server programs that ride on the class path, unpacked once into the data folder.
 */
final class ServerBinaries {
  private static final Set<PosixFilePermission> RUNNABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private ServerBinaries() {}

  /** The folder that holds {@code bin/initdb} and {@code bin/pg_ctl}. */
  static Path unpackedUnder(Path folder) throws IOException {
    var done = folder.resolve("unpacked");
    if (Files.exists(done)) {
      return folder;
    }
    var name = resourceName();
    try (var packed = ServerBinaries.class.getResourceAsStream("/" + name)) {
      if (packed == null) {
        throw new StartRefused(
            "No embedded PostgreSQL for this machine (%s): set FAROL_DATABASE_URL to a PostgreSQL 16 or newer."
                .formatted(name),
            null);
      }
      unpack(packed, folder);
    }
    Files.createFile(done);
    return folder;
  }

  private static String resourceName() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var isArm = arch.contains("aarch64") || arch.contains("arm");
    return "postgres-%s-%s.txz"
        .formatted(os.contains("mac") ? "darwin" : "linux", isArm ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, folder);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, RUNNABLE);
    }
  }
}
