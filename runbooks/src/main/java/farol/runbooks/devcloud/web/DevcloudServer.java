package farol.runbooks.devcloud.web;

import farol.runbooks.devcloud.DevcloudAddress;
import java.net.BindException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The HTTP server of the simulated platform, on a port of its own. */
@Component
class DevcloudServer implements SmartLifecycle, DevcloudAddress {
  private static final Logger LOG = LoggerFactory.getLogger(DevcloudServer.class);
  private static final int THREADS_MAX = 64;
  private static final int THREADS_MIN = 4;
  private static final long STOP_MILLIS = 2_000;

  private final DevcloudSettings settings;
  private final Doorkeeper doorkeeper;
  private @Nullable Server server;
  private int port;

  DevcloudServer(DevcloudSettings settings, Doorkeeper doorkeeper) {
    this.settings = settings;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public synchronized void start() {
    var pool = new QueuedThreadPool(THREADS_MAX, THREADS_MIN);
    pool.setName("devcloud");
    var starting = new Server(pool);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    var connector = new ServerConnector(starting, new HttpConnectionFactory(http));
    connector.setHost(settings.bind());
    connector.setPort(settings.port());
    starting.addConnector(connector);
    starting.setHandler(new DevcloudHandler(doorkeeper));
    starting.setStopTimeout(STOP_MILLIS);
    try {
      starting.start();
    } catch (Exception failed) {
      throw notStarted(failed);
    }
    server = starting;
    port = connector.getLocalPort();
    LOG.info("The simulated platform listens on {}", uri());
  }

  /** One line that says what to do. It carries no cause: the cause would be told in its place. */
  private IllegalStateException notStarted(Exception failed) {
    LOG.debug("The simulated platform did not start", failed);
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && settings.port() != 0) {
        return new IllegalStateException(
            "Port %d, for the simulated platform, is in use: set FAROL_DEVCLOUD_PORT to a free one"
                .formatted(settings.port()));
      }
    }
    return new IllegalStateException(
        "The simulated platform cannot listen on %s:%d: check FAROL_DEVCLOUD_BIND and _PORT"
            .formatted(settings.bind(), settings.port()));
  }

  @Override
  public synchronized void stop() {
    var running = server;
    server = null;
    if (running != null) {
      try {
        running.stop();
      } catch (Exception failed) {
        LOG.warn("The simulated platform did not stop cleanly", failed);
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  @Override
  public synchronized URI uri() {
    var host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
    return URI.create("http://%s:%d".formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, port));
  }
}
