package farol.benchmarks;

import farol.statuspage.edge.DirectorySource;
import farol.statuspage.edge.EdgeMeter;
import farol.statuspage.edge.EdgeServer;
import farol.statuspage.edge.EdgeSite;
import farol.statuspage.snapshot.ManifestJson;
import farol.statuspage.snapshot.SetFolder;
import farol.statuspage.snapshot.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** An edge whose clock stands at the moment of its set, so that it never ages under test. */
final class EdgeUnderTest {
  private EdgeUnderTest() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var site = Path.of(args[0]);
    var manifest = ManifestJson.read(SetFolder.manifest(SetFolder.current(site)));
    var served = new EdgeSite(Trust.firstSeen(), InstantSource.fixed(manifest.asOf()));
    served.refresh(new DirectorySource(site));
    new EdgeServer(served, EdgeMeter.NONE, Integer.parseInt(args[1])).start();
    Thread.currentThread().join();
  }
}
