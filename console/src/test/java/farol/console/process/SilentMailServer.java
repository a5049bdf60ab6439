package farol.console.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A mail server that takes the connection and says nothing: its caller hangs between two states.
 */
final class SilentMailServer implements AutoCloseable {
  private final ServerSocket socket;
  private final CountDownLatch called = new CountDownLatch(1);

  SilentMailServer(int port) {
    try {
      socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    try {
      while (!socket.isClosed()) {
        Socket caller = socket.accept();
        called.countDown();
        Thread.ofVirtual().start(() -> hold(caller));
      }
    } catch (IOException closed) {
      called.countDown();
    }
  }

  private static void hold(Socket caller) {
    try (caller) {
      caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // The caller was killed, which is the point.
    }
  }

  /** Waits until somebody called. */
  boolean wasCalled() throws InterruptedException {
    return called.await(20, TimeUnit.SECONDS) && !socket.isClosed();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
