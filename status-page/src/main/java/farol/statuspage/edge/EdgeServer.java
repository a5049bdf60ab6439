package farol.statuspage.edge;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server that serves one site. */
public final class EdgeServer implements AutoCloseable {
  private static final int THREADS_MAX = 8;
  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;
  private static final int BACKLOG = 1_024;
  private static final int REQUEST_HEADER_BYTES_MAX = 8 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final int OPEN_PORT_MAX = 65_535;

  private final Server server;
  private final ServerConnector connector;
  private final int port;

  public EdgeServer(EdgeSite site, EdgeMeter meter, int port) {
    if (port < 0 || port > OPEN_PORT_MAX) {
      throw new IllegalArgumentException("FAROL_STATUS_PORT is 0 to 65535, not " + port);
    }
    this.port = port;
    var threads = new QueuedThreadPool(THREADS_MAX, 2);
    threads.setName("status-edge");
    threads.setDaemon(true);
    server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES_MAX);
    connector = new ServerConnector(server, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(new EdgeHandler(site, meter));
  }

  /** Listens, or says in one line which port is taken and what to set. */
  public void start() {
    try {
      server.start();
    } catch (Exception failed) {
      close();
      if (failed instanceof BindException || failed.getCause() instanceof BindException) {
        throw new IllegalStateException(
            "Port %d is in use: stop what uses it, or set FAROL_STATUS_PORT to a free one"
                .formatted(port),
            failed);
      }
      throw new IllegalStateException("The status page cannot be served: " + failed, failed);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("The edge does not stop", new IOException(failed));
    }
  }
}
