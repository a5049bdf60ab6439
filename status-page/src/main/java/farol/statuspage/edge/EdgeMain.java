package farol.statuspage.edge;

import farol.statuspage.snapshot.BadSet;
import farol.statuspage.snapshot.PublicKeyFile;
import farol.statuspage.snapshot.SetFolder;
import farol.statuspage.snapshot.SnapshotSet;
import farol.statuspage.snapshot.Trust;
import farol.statuspage.snapshot.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The edge alone, on any machine: {@code --from DIR-or-URL [--port N] [--trust FILE]} serves,
 * {@code --verify DIR} checks. It needs no database, no console and no Spring.
 */
public final class EdgeMain {
  private static final int DIRECTORY_SECONDS = 1;
  private static final int URL_SECONDS = 2;

  private EdgeMain() {}

  public static void main(String[] args) throws InterruptedException {
    var code =
        run(EdgeOptions.of(args, System.getenv("FAROL_STATUS_PORT")), System.out, System.err);
    if (code >= 0) {
      System.exit(code);
    }
    Thread.currentThread().join();
  }

  /** Answers the exit code, or a negative number while the edge runs. */
  private static int run(EdgeOptions options, PrintStream out, PrintStream err) {
    try {
      return switch (options) {
        case EdgeOptions.Wrong(var why) -> complain(err, why, 2);
        case EdgeOptions.Verify(var dir) -> verify(Path.of(dir), out, err);
        case EdgeOptions.Serve serve -> {
          var edge = serve(serve, InstantSource.system());
          out.println("Status page ready at http://localhost:%d/".formatted(edge.port()));
          yield -1;
        }
      };
    } catch (IllegalStateException | BadSet | IOException failed) {
      return complain(err, String.valueOf(failed.getMessage()), 1);
    }
  }

  private static int complain(PrintStream err, String why, int code) {
    err.println(why);
    return code;
  }

  /** Starts an edge that keeps asking its source; it runs until it is closed. */
  static EdgeServer serve(EdgeOptions.Serve options, InstantSource own) throws IOException {
    var clock = new SourceClock(own);
    var remote = options.from().startsWith("http://") || options.from().startsWith("https://");
    SetSource source =
        remote
            ? new UrlSource(options.from(), clock::heard)
            : new DirectorySource(Path.of(options.from()));
    var site = new EdgeSite(trust(options.trust()), clock);
    var server = new EdgeServer(site, EdgeMeter.NONE, options.port());
    server.start();
    site.refresh(source);
    var every = remote ? URL_SECONDS : DIRECTORY_SECONDS;
    var asking =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("status-source").daemon().unstarted(work));
    var _ =
        asking.scheduleWithFixedDelay(() -> site.refresh(source), every, every, TimeUnit.SECONDS);
    return server;
  }

  private static Trust trust(@Nullable String file) throws IOException {
    return file == null
        ? Trust.firstSeen()
        : Trust.of(PublicKeyFile.read(Files.readAllBytes(Path.of(file))));
  }

  /** Checks every set kept in a folder, their order and their chain; names the first bad file. */
  static int verify(Path dir, PrintStream out, PrintStream err) throws IOException {
    var kept = SetFolder.sets(dir);
    var folders = kept.isEmpty() ? List.of(SetFolder.current(dir)) : kept;
    SnapshotSet last = null;
    var trust = Trust.firstSeen();
    for (var folder : folders) {
      try {
        var set = SetFolder.read(folder);
        Verification.check(set, trust, last);
        last = set;
      } catch (BadSet bad) {
        err.println(folder.resolve(bad.file()) + ": " + bad.getMessage());
        return 1;
      }
    }
    out.println(folders.size() + (folders.size() == 1 ? " set is good" : " sets are good"));
    return 0;
  }
}
