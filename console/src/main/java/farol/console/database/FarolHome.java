package farol.console.database;

import farol.console.start.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The data folder {@code FAROL_HOME}. Holding it means holding its lock: the operating system frees
 * the lock when the holder dies, so a killed predecessor never blocks and a living one always does.
 */
public final class FarolHome implements AutoCloseable {
  private static final long FREE_MIN_BYTES = 200L * 1024 * 1024;
  private static final int SECRET_BYTES = 24;

  private final Path path;
  private final FileChannel channel;

  private FarolHome(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the folder, or refuses in one line: it is in use, cannot be written, or the disk is full.
   */
  public static FarolHome take(Path path) {
    try {
      Files.createDirectories(path);
      if (path.toFile().getUsableSpace() < FREE_MIN_BYTES) {
        throw new StartRefused(
            "The disk of the data folder %s has less than 200 MiB free: make room, or set FAROL_HOME to another disk."
                .formatted(path),
            null);
      }
      var channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock(path, channel);
      return new FarolHome(path, channel);
    } catch (IOException denied) {
      throw new StartRefused(
          "The data folder %s cannot be written (%s): make it writable, or set FAROL_HOME to another folder."
              .formatted(path, denied.getMessage()),
          denied);
    }
  }

  private static FileLock lock(Path path, FileChannel channel) throws IOException {
    FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new StartRefused(
          "Another Farol is running on the data folder %s: stop it, or set FAROL_HOME to another folder."
              .formatted(path),
          null);
    }
    return held;
  }

  public Path path() {
    return path;
  }

  /** The secret kept in the file of this name, made on first use and readable by its owner only. */
  public String secret(String name) throws IOException {
    var file = path.resolve(name);
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    var secret = HexFormat.of().formatHex(bytes);
    writePrivately(file, secret + "\n");
    return secret;
  }

  /** Writes a file that only its owner can read. */
  public static void writePrivately(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
