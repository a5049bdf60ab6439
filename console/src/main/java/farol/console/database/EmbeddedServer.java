package farol.console.database;

import farol.console.start.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 whose data lives under the data folder: loopback only, a generated password,
 * checksums on. It is stopped with the application; one that a killed predecessor left running is
 * stopped before the next start, which is safe because we hold the folder's lock.
 */
public final class EmbeddedServer implements AutoCloseable {
  static final String USER = "farol";
  static final String VERSION = "18";
  private static final int COMMAND_SECONDS = 60;
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final Path binaries;
  private final Path data;
  private final int port;
  private final String password;

  private EmbeddedServer(Path binaries, Path data, int port, String password) {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
    this.password = password;
  }

  /** Starts the server, making its data folder on first use. */
  public static EmbeddedServer start(FarolHome home) {
    var root = home.path().toAbsolutePath().resolve("postgres");
    try {
      var binaries = ServerBinaries.unpackedUnder(root.resolve("server-" + VERSION));
      var data = root.resolve("data");
      var password = home.secret("postgres/password");
      var server = new EmbeddedServer(binaries, data, freePort(root.resolve("port")), password);
      server.begin(root);
      return server;
    } catch (IOException failed) {
      throw new StartRefused(
          "The embedded PostgreSQL under %s does not start (%s): see %s."
              .formatted(root, failed.getMessage(), root.resolve("server.log")),
          failed);
    }
  }

  private void begin(Path root) throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(root.resolve("password"));
    }
    refuseOtherVersion();
    if (Files.exists(data.resolve("postmaster.pid")) && isRunning()) {
      LOG.info("Stopping the PostgreSQL that a killed predecessor left running");
      stop();
    }
    run(
        List.of(
            program("pg_ctl"),
            "start",
            "-w",
            "-t",
            "30",
            "-D",
            data.toString(),
            "-l",
            root.resolve("server.log").toString(),
            "-o",
            "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100"
                .formatted(port)));
  }

  private void initialise(Path passwordFile) throws IOException {
    run(
        List.of(
            program("initdb"),
            "-D",
            data.toString(),
            "-U",
            USER,
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums"));
  }

  private void refuseOtherVersion() throws IOException {
    var found = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!found.equals(VERSION)) {
      throw new StartRefused(
          "The data folder %s was made by PostgreSQL %s and this Farol brings %s: start the Farol that made it, or set FAROL_HOME to another folder."
              .formatted(data, found, VERSION),
          null);
    }
  }

  private boolean isRunning() throws IOException {
    return exitCode(List.of(program("pg_ctl"), "status", "-D", data.toString())) == 0;
  }

  private void stop() throws IOException {
    run(List.of(program("pg_ctl"), "stop", "-w", "-t", "30", "-m", "fast", "-D", data.toString()));
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  public String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private String program(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }

  private static int freePort(Path remembered) throws IOException {
    if (Files.exists(remembered)) {
      var last = Integer.parseInt(Files.readString(remembered).strip());
      if (isFree(last)) {
        return last;
      }
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(remembered, socket.getLocalPort() + "\n");
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private void run(List<String> command) throws IOException {
    var code = exitCode(command);
    if (code != 0) {
      throw new IOException("%s ended with %d".formatted(Path.of(command.getFirst()), code));
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private int exitCode(List<String> command) throws IOException {
    var full = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      full.addAll(List.of("unshare", "-U"));
    }
    full.addAll(command);
    var log = data.resolveSibling("commands.log").toFile();
    var process =
        new ProcessBuilder(full)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    try {
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("%s took over %d s".formatted(command.getFirst(), COMMAND_SECONDS));
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }
}
